import { useCallback, useEffect, useState } from "react";
import type { DiarySymptom } from "../../components/DiaryView";
import { askBackground, onSavedAnswersChanged } from "../../lib/messaging/messenger";
import type { DiaryEpisode } from "../../lib/messaging/protocol";
import { symptomNameOf } from "./symptom-name";

export type DiaryState = { name: "loading" } | { name: "failed" } | { name: "ready"; symptoms: DiarySymptom[] };

/** The whole diary, live: symptoms by their last episode. */
export function useDiary(): { state: DiaryState; reload: () => Promise<void> } {
	const [state, setState] = useState<DiaryState>({ name: "loading" });
	const reload = useCallback(async () => {
		const result = await askBackground("listEpisodes", { symptomId: null, from: 0, to: Number.MAX_SAFE_INTEGER });
		setState(result.ok ? { name: "ready", symptoms: bySymptom(result.value) } : { name: "failed" });
	}, []);
	useEffect(() => {
		void reload();
		return onSavedAnswersChanged(() => void reload());
	}, [reload]);
	return { state, reload };
}

function bySymptom(episodes: DiaryEpisode[]): DiarySymptom[] {
	return [...Map.groupBy(episodes, ({ symptomId }) => symptomId)].map(([id, own]) => ({
		id,
		// A symptom of a later version, or one that was taken out, still has its episodes.
		name: symptomNameOf(id),
		episodes: own,
	}));
}
