import { i18n } from "#i18n";
import "./page-switch.css";

/** What the popup knows of the tab it was opened over. */
export type PageState =
	| { name: "checking" }
	/** `isOnHere` and `isOnEverywhere` are the reader's switches; the count is of all frames. */
	| { name: "reachable"; host: string; isOnHere: boolean; isOnEverywhere: boolean; symptomCount: number }
	| { name: "needs-reload" }
	| { name: "unavailable" };

export interface PageSwitchProps {
	page: PageState;
	onSwitchHere: (isOn: boolean) => void;
	onSwitchEverywhere: (isOn: boolean) => void;
	onReload: () => void;
}

/** Says what happens on this page and holds the two switches: one press each. */
export function PageSwitch({ page, onSwitchHere, onSwitchEverywhere, onReload }: PageSwitchProps) {
	return (
		<section className="page-switch">
			<p role="status">{describe(page)}</p>
			<div className="page-switch-actions">
				{page.name === "needs-reload" && (
					<button type="button" className="primary" onClick={onReload}>
						{i18n.t("popup.reload")}
					</button>
				)}
				{page.name === "reachable" && page.isOnEverywhere && (
					<button type="button" onClick={() => onSwitchHere(!page.isOnHere)}>
						{i18n.t(page.isOnHere ? "popup.turnOffHere" : "popup.turnOnHere", [page.host])}
					</button>
				)}
				{page.name === "reachable" && (
					<button type="button" onClick={() => onSwitchEverywhere(!page.isOnEverywhere)}>
						{i18n.t(page.isOnEverywhere ? "popup.turnOffEverywhere" : "popup.turnOnEverywhere")}
					</button>
				)}
			</div>
		</section>
	);
}

function describe(page: PageState): string {
	switch (page.name) {
		case "checking":
			return i18n.t("popup.checking");
		case "needs-reload":
			return i18n.t("popup.needsReload");
		case "unavailable":
			return i18n.t("popup.unavailable");
		case "reachable":
			if (!page.isOnEverywhere) return i18n.t("popup.offEverywhere");
			if (!page.isOnHere) return i18n.t("popup.offHere", [page.host]);
			return i18n.t("popup.running", page.symptomCount);
	}
}
