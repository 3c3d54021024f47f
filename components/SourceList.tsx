import { i18n } from "#i18n";
import type { Source, Symptom } from "../data/schema";
import { formatDay } from "./format-day";

/** The sources of a symptom with their years, and when the entry was last checked against them. */
export function SourceList({ sources, review }: { sources: Source[]; review: Symptom["review"] }) {
	return (
		<section className="sources">
			<h2>{i18n.t("card.sources")}</h2>
			<ul>
				{sources.map(({ id, name, url, year }) => (
					<li key={id}>
						<a href={url} target="_blank" rel="noreferrer">
							{year === null ? i18n.t("card.sourceNoYear", [name]) : i18n.t("card.sourceYear", [name, String(year)])}
						</a>
					</li>
				))}
			</ul>
			<p>
				{i18n.t("card.checked", [formatDay(review.checkedOn), formatDay(review.nextCheck)])}{" "}
				{review.clinician === null ? i18n.t("card.noClinician") : i18n.t("card.clinician", [review.clinician])}
			</p>
		</section>
	);
}
