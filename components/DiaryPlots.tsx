import { i18n } from "#i18n";
import type { DiaryEpisode } from "../lib/messaging/protocol";
import { DiaryPlot } from "./DiaryPlot";

/** How strong and how long the episodes of one symptom were. */
export function DiaryPlots({ episodes }: { episodes: readonly DiaryEpisode[] }) {
	const longest = Math.max(...episodes.map(({ minutes }) => minutes ?? 0), 1);
	return (
		<>
			<DiaryPlot
				title={i18n.t("diary.plotStrength")}
				episodes={episodes}
				drawn={({ strength }) => strength}
				scale={{ low: 1, high: 5, lowLabel: "1", highLabel: "5" }}
			/>
			<DiaryPlot
				title={i18n.t("diary.plotMinutes")}
				episodes={episodes}
				drawn={({ minutes }) => minutes}
				scale={{ low: 0, high: longest, lowLabel: "0", highLabel: String(longest) }}
			/>
		</>
	);
}
