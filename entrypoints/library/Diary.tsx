import { symptomIndex } from "virtual:symptom-index";
import { useCallback, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { type DiarySymptom, DiaryView } from "../../components/DiaryView";
import { askBackground, onSavedAnswersChanged } from "../../lib/messaging/messenger";
import type { DiaryEpisode, Result } from "../../lib/messaging/protocol";
import { explainDiaryFailure } from "../hooks/use-log";

/** The diary, live: symptoms by their last episode. */
export function Diary() {
	const [state, setState] = useState<DiaryEpisode[] | "failed">();
	const reload = useCallback(async () => {
		const result = await askBackground("listEpisodes", { symptomId: null, from: 0, to: Number.MAX_SAFE_INTEGER });
		setState(result.ok ? result.value : "failed");
	}, []);
	useEffect(() => {
		void reload();
		return onSavedAnswersChanged(() => void reload());
	}, [reload]);
	const after = async (change: Promise<Result<unknown>>) => {
		const failure = explainDiaryFailure(await change);
		await reload();
		return failure;
	};
	return (
		<section>
			<p>{i18n.t("diary.intro")}</p>
			{state === "failed" && <p role="alert">{i18n.t("diary.unreadable")}</p>}
			{Array.isArray(state) && (
				<DiaryView
					symptoms={bySymptom(state)}
					now={Date.now()}
					onChange={({ id, symptomId }, { at, minutes, place, strength, note }) =>
						after(askBackground("changeEpisode", { id, draft: { symptomId, at, minutes, place, strength, note } }))
					}
					onRemove={({ id }) => after(askBackground("removeEpisode", { id }))}
					onRestore={({ id }) => after(askBackground("restoreEpisode", { id }))}
				/>
			)}
		</section>
	);
}

function bySymptom(episodes: DiaryEpisode[]): DiarySymptom[] {
	return [...Map.groupBy(episodes, ({ symptomId }) => symptomId)].map(([id, own]) => ({
		id,
		// A symptom of a later version, or one that was taken out, still has its episodes.
		name: symptomIndex.find((symptom) => symptom.id === id)?.name ?? id,
		episodes: own,
	}));
}
