import { i18n } from "#i18n";
import { CaptureForm } from "../../components/CaptureForm";
import type { CaptureDraft } from "../../lib/capture/capture-page";
import type { CaptureSource } from "../../lib/messaging/capture-page";
import { useCapture } from "../hooks/use-capture";
import { usePreferences } from "../hooks/use-preferences";

const LIBRARY = "library.html";

/** A question of a web page on its way into the library. */
export function Capture({ source }: { source: CaptureSource }) {
	// Gives the page its theme and size of text.
	usePreferences();
	const { state, failure, choose, change, keep } = useCapture(source);
	return (
		<main className="library">
			<h1>{i18n.t("capture.heading")}</h1>
			{state.name === "reading" && <p role="status">{i18n.t("capture.reading")}</p>}
			{state.name === "unreadable" && <p role="alert">{i18n.t(state.isPrivate ? "save.private" : "capture.gone")}</p>}
			{state.name === "editing" && (
				<>
					<p>{i18n.t(state.drafts[state.chosen]?.layout === "none" ? "capture.nothingFound" : "capture.intro")}</p>
					{state.drafts.length > 1 && (
						<DraftChoice
							drafts={state.drafts}
							chosen={state.chosen}
							onChoose={(chosen) => choose(state.drafts, chosen)}
						/>
					)}
					<CaptureForm
						record={state.record}
						problems={state.problems}
						onChange={change}
						onKeep={() => void keep()}
						onCancel={() => location.replace(LIBRARY)}
					/>
					{failure && <p role="alert">{i18n.t(failure === "storage-full" ? "capture.full" : "capture.failed")}</p>}
				</>
			)}
			{state.name === "kept" && (
				<>
					<p role="status">
						{i18n.t("capture.kept", [state.kept.packName])} {state.kept.isReplaced && i18n.t("capture.replaced")}
					</p>
					<p className="capture-actions">
						{state.drafts.length > 1 && (
							<button type="button" onClick={() => choose(state.drafts, 0)}>
								{i18n.t("capture.another")}
							</button>
						)}
						<a href={LIBRARY}>{i18n.t("capture.openLibrary")}</a>
					</p>
				</>
			)}
		</main>
	);
}

function DraftChoice({
	drafts,
	chosen,
	onChoose,
}: {
	drafts: CaptureDraft[];
	chosen: number;
	onChoose: (chosen: number) => void;
}) {
	return (
		<label className="capture-choice">
			{i18n.t("capture.choose")}
			<select value={chosen} onChange={({ target }) => onChoose(Number(target.value))}>
				{drafts.map(({ record }, place) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two questions of a page may have the same title
					<option key={place} value={place}>
						{record.title || i18n.t("capture.untitled")}
					</option>
				))}
			</select>
		</label>
	);
}
