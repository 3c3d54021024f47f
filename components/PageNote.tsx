import { i18n } from "#i18n";
import type { PageState } from "./PageSwitch";

/** What the reader can do where a page has no terms to list: one button, or none where nothing helps. */
export function PageNote({
	page,
	isRead,
	isPaused,
	onTurnOnHere,
	onTurnOnEverywhere,
	onReload,
	onPasteText,
	onRead,
	onResume,
}: {
	page: PageState;
	isRead: boolean;
	isPaused: boolean;
	onTurnOnHere: () => void;
	onTurnOnEverywhere: () => void;
	onReload: () => void;
	onPasteText: () => void;
	onRead: () => void;
	onResume: () => void;
}) {
	const button = (words: string, onClick: () => void) => (
		<button type="button" onClick={onClick}>
			{words}
		</button>
	);
	if (page.name === "checking") return null;
	if (page.name !== "reachable") {
		return (
			<>
				{button(i18n.t("popup.reload"), onReload)} {button(i18n.t("popup.pasteText"), onPasteText)}
			</>
		);
	}
	if (!page.isOnEverywhere) return button(i18n.t("popup.turnOnEverywhere"), onTurnOnEverywhere);
	if (!page.isOnHere) return button(i18n.t("popup.turnOnHere", [page.host]), onTurnOnHere);
	if (isPaused) return button(i18n.t("popup.resume"), onResume);
	if (page.isWaiting && !isRead) return button(i18n.t("popup.readPage"), onRead);
	return null;
}
