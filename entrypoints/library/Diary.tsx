import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { DiaryView } from "../../components/DiaryView";
import { askBackground } from "../../lib/messaging/messenger";
import type { Result } from "../../lib/messaging/protocol";
import { useDiary } from "../hooks/use-diary";
import { explainDiaryFailure } from "../hooks/use-log";

/** The diary, and the way to a sheet with it. */
export function Diary() {
	const { state, reload } = useDiary();
	const after = async (change: Promise<Result<unknown>>) => {
		const failure = explainDiaryFailure(await change);
		await reload();
		return failure;
	};
	return (
		<section>
			<p>{i18n.t("diary.intro")}</p>
			{state.name === "failed" && <p role="alert">{i18n.t("diary.unreadable")}</p>}
			{state.name === "ready" && state.symptoms.length > 0 && (
				<button type="button" onClick={() => void browser.tabs.create({ url: browser.runtime.getURL("/visit.html") })}>
					{i18n.t("diary.toSheet")}
				</button>
			)}
			{state.name === "ready" && (
				<DiaryView
					symptoms={state.symptoms}
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
