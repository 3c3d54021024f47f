import { i18n } from "#i18n";
import type { DiarySymptom } from "./DiaryView";

/** How many days of the diary go on a sheet; 0 is all of it. */
const DAYS = [30, 90, 0] as const;
export type DiaryDays = (typeof DAYS)[number];

/** Which symptoms of the diary go on the visit sheet, and how far back. */
export function VisitDiaryChoices({
	hasDiary,
	symptoms,
	leftOut,
	days,
	onLeaveOut,
	onDays,
}: {
	/** False if nothing was ever logged: then there is nothing to choose. */
	hasDiary: boolean;
	/** What was logged in these days. */
	symptoms: readonly DiarySymptom[];
	/** Ids of symptoms that stay off the sheet. */
	leftOut: ReadonlySet<string>;
	days: DiaryDays;
	onLeaveOut: (id: string, isLeftOut: boolean) => void;
	onDays: (days: DiaryDays) => void;
}) {
	if (!hasDiary) return null;
	return (
		<fieldset className="visit-diary-choices">
			<legend>{i18n.t("visit.fromDiary")}</legend>
			<label className="visit-switch">
				{i18n.t("visit.diaryDays")}
				<select value={days} onChange={({ target }) => onDays(DAYS.find((each) => String(each) === target.value) ?? 0)}>
					{DAYS.map((each) => (
						<option key={each} value={each}>
							{i18n.t(`visit.diaryDays${each}`)}
						</option>
					))}
				</select>
			</label>
			{symptoms.map(({ id, name, episodes }) => (
				<label key={id} className="visit-switch">
					<input
						type="checkbox"
						checked={!leftOut.has(id)}
						onChange={({ target }) => onLeaveOut(id, !target.checked)}
					/>
					{i18n.t("visit.diaryOf", episodes.length, [String(episodes.length), name])}
				</label>
			))}
		</fieldset>
	);
}
