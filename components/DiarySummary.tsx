import { i18n } from "#i18n";
import type { DiaryEpisode } from "../lib/messaging/protocol";
import { durationOf, strengthOf, whenOf } from "./diary-words";
import "./diary.css";

/** What was logged of one symptom as a plain table, oldest first; for printing, and beside what is only drawn. */
export function DiarySummary({ name, episodes }: { name: string; episodes: readonly DiaryEpisode[] }) {
	const inOrder = episodes.toSorted((one, other) => one.at - other.at);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes focus, WCAG 2.1.1
		<section className="diary-table" tabIndex={0} aria-label={i18n.t("diary.tableOf", [name])}>
			<table>
				<caption>{i18n.t("diary.tableOf", [name])}</caption>
				<thead>
					<tr>
						<th scope="col">{i18n.t("diary.columnBegan")}</th>
						<th scope="col">{i18n.t("diary.columnLasted")}</th>
						<th scope="col">{i18n.t("diary.strength")}</th>
						<th scope="col">{i18n.t("diary.columnPlaceNote")}</th>
					</tr>
				</thead>
				<tbody>
					{inOrder.map((episode) => (
						<tr key={episode.id}>
							<td>{whenOf(episode)}</td>
							<td>{durationOf(episode)}</td>
							<td>{strengthOf(episode)}</td>
							<td dir="auto">{[episode.place, episode.note].filter(Boolean).join(". ")}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
