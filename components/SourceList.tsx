import { i18n } from "#i18n";
import type { Review, Source } from "../data/schema";
import { formatDay, today } from "./format-day";

/** The sources of a card, each once, with their years, and when the entry was last checked against them. */
export function SourceList({
	sources,
	review,
}: {
	sources: Pick<Source, "name" | "url" | "year">[];
	review: Omit<Review, "digest">;
}) {
	const byAddress = new Map(sources.map((source) => [source.url, source]));
	return (
		<section className="sources">
			<h2>{i18n.t("card.sources")}</h2>
			<ul>
				{[...byAddress.values()].map(({ name, url, year }) => (
					<li key={url}>
						<a href={url} target="_blank" rel="noreferrer">
							{year === null ? i18n.t("card.sourceNoYear", [name]) : i18n.t("card.sourceYear", [name, String(year)])}
						</a>
					</li>
				))}
			</ul>
			<p>
				{i18n.t("card.checked", [formatDay(review.checkedOn), formatDay(review.nextCheck)])}{" "}
				{review.nextCheck < today() && <strong>{i18n.t("card.overdue")} </strong>}
				{review.clinician === null ? i18n.t("card.noClinician") : i18n.t("card.clinician", [review.clinician])}
			</p>
		</section>
	);
}
