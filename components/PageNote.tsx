import { i18n } from "#i18n";
import type { PageState } from "./PageSwitch";

/** Says why a page has no terms to list, and offers what the reader can do about it. */
export function PageNote({
	page,
	onTurnOnHere,
	onTurnOnEverywhere,
	onReload,
}: {
	page: PageState;
	onTurnOnHere: () => void;
	onTurnOnEverywhere: () => void;
	onReload: () => void;
}) {
	if (page.name === "checking") return null;
	if (page.name !== "reachable") {
		return (
			<button type="button" onClick={onReload}>
				{i18n.t("popup.reload")}
			</button>
		);
	}
	if (!page.isOnEverywhere) {
		return (
			<button type="button" onClick={onTurnOnEverywhere}>
				{i18n.t("popup.turnOnEverywhere")}
			</button>
		);
	}
	if (page.isOnHere) return null;
	return (
		<button type="button" onClick={onTurnOnHere}>
			{i18n.t("popup.turnOnHere", [page.host])}
		</button>
	);
}
