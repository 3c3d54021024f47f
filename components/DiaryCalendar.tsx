import { i18n } from "#i18n";
import type { DiaryEpisode } from "../lib/messaging/protocol";
import { lastWeeks } from "./diary-days";
import { dayOf, formatDay } from "./format-day";

/** Weeks of the strip: what fits a narrow screen, and about the time between two appointments. */
const WEEKS = 12;

const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: "short", timeZone: "UTC" });

/** The last weeks as a table, a column each; every day says how many episodes began on it. */
export function DiaryCalendar({ episodes, now }: { episodes: readonly DiaryEpisode[]; now: number }) {
	const weeks = lastWeeks(now, WEEKS);
	const today = dayOf(now);
	const counts = new Map<string, number>();
	for (const { at } of episodes) counts.set(dayOf(at), (counts.get(dayOf(at)) ?? 0) + 1);
	return (
		<table className="diary-calendar">
			<caption>{i18n.t("diary.calendar", [String(WEEKS)])}</caption>
			<thead className="visually-hidden">
				<tr>
					<th scope="col">{i18n.t("diary.weekday")}</th>
					{weeks.map(([monday = ""]) => (
						<th scope="col" key={monday}>
							{i18n.t("diary.weekOf", [formatDay(monday)])}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
					<tr key={weekday}>
						<th scope="row">{WEEKDAY.format(new Date(`${weeks[0]?.[weekday]}T00:00:00Z`))}</th>
						{weeks.map((days) => {
							const day = days[weekday] ?? "";
							const count = counts.get(day) ?? 0;
							if (day > today) return <td key={day} className="future" />;
							return (
								<td key={day} className={count > 0 ? "some" : undefined} title={formatDay(day)}>
									{count > 0 ? count : <span className="visually-hidden">0</span>}
								</td>
							);
						})}
					</tr>
				))}
			</tbody>
		</table>
	);
}
