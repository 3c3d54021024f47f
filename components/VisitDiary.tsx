import { i18n } from "#i18n";
import { DiaryCalendar } from "./DiaryCalendar";
import { DiaryPlots } from "./DiaryPlots";
import { DiarySummary } from "./DiarySummary";
import type { DiarySymptom } from "./DiaryView";

/** What the reader logged, on the sheet: as drawn in the diary, and every episode in words. */
export function VisitDiary({ symptoms, now }: { symptoms: readonly DiarySymptom[]; now: number }) {
	if (symptoms.length === 0) return null;
	return (
		<>
			<h3>{i18n.t("visit.logged")}</h3>
			{symptoms.map(({ id, name, episodes }) => (
				<section key={id} className="visit-diary">
					<h4>{name}</h4>
					<div className="visit-drawn">
						<DiaryCalendar episodes={episodes} now={now} />
						<DiaryPlots episodes={episodes} />
					</div>
					<DiarySummary name={name} episodes={episodes} />
				</section>
			))}
		</>
	);
}
