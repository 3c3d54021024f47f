import { useState } from "react";
import type { DiaryDays } from "../../components/VisitDiaryChoices";
import { useDiary } from "./use-diary";
import { useIdSet } from "./use-id-set";

const DAY_MS = 86_400_000;

/**
 * What of the diary goes on the sheet: all symptoms of the last three months, until the reader chooses otherwise. A
 * diary that cannot be read leaves a sheet without it; the diary itself says so.
 */
export function useVisitDiary() {
	const { state } = useDiary();
	const [now] = useState(() => Date.now());
	const [days, setDays] = useState<DiaryDays>(90);
	const leftOut = useIdSet();
	const all = state.name === "ready" ? state.symptoms : [];
	const symptoms = all.flatMap((symptom) => {
		const episodes = symptom.episodes.filter(({ at }) => days === 0 || at >= now - days * DAY_MS);
		return episodes.length > 0 ? [{ ...symptom, episodes }] : [];
	});
	return {
		now,
		chosen: symptoms.filter(({ id }) => !leftOut.ids.has(id)),
		choices: {
			hasDiary: all.length > 0,
			symptoms,
			leftOut: leftOut.ids,
			days,
			onDays: setDays,
			onLeaveOut: (id: string, isLeftOut: boolean) => leftOut.put([id], isLeftOut),
		},
	};
}
