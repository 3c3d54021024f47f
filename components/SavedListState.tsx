import { i18n } from "#i18n";
import type { SavedListState as ListState } from "../lib/messaging/saved-list";

/** Why the personal list shows nothing, or that it was lost: an empty list never stands for one that cannot be read. */
export function SavedListState({ state, onAcknowledgeLoss }: { state: ListState; onAcknowledgeLoss: () => void }) {
	if (state.name === "loading") return null;
	if (state.name === "failed") return <p role="alert">{i18n.t("saved.failed")}</p>;
	const { isLost, count, ids } = state.list;
	return (
		<>
			{isLost && (
				<p role="alert" className="lost">
					{i18n.t("saved.lost")}{" "}
					<button type="button" onClick={onAcknowledgeLoss}>
						{i18n.t("saved.lostOk")}
					</button>
				</p>
			)}
			{!isLost && count === 0 && <p className="quiet">{i18n.t("saved.empty")}</p>}
			{count > 0 && ids.length === 0 && <p className="quiet">{i18n.t("saved.noMatch")}</p>}
		</>
	);
}
