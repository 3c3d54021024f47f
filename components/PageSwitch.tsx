import { i18n } from "#i18n";
import "./page-switch.css";

/** What the popup knows of the tab it was opened over. */
export type PageState =
	| { name: "checking" }
	/**
	 * `isOnHere` and `isOnEverywhere` are the reader's switches; the count is of all frames. `isRunning`: the page is
	 * being read. `isWaiting`: it is read only when the reader asks.
	 */
	| {
			name: "reachable";
			host: string;
			isOnHere: boolean;
			isOnEverywhere: boolean;
			isRunning: boolean;
			isWaiting: boolean;
			symptomCount: number;
	  }
	| { name: "needs-reload" }
	/** The reader has taken the permission for this site back; `pages` is the browser's pattern for what it was. */
	| { name: "not-allowed"; host: string; pages: string }
	| { name: "unavailable" };

export interface PageSwitchProps {
	page: PageState;
	/** When a pause ends, as the reader reads a time; undefined if there is none. */
	pausedUntil: string | undefined;
	onSwitchHere: (isOn: boolean) => void;
	onSwitchEverywhere: (isOn: boolean) => void;
	onReload: () => void;
	onAllow: () => void;
	onRead: () => void;
	onPasteText: () => void;
	onPause: () => void;
	onResume: () => void;
}

/** Says what happens on this page and holds its switches: one press each. */
export function PageSwitch({
	page,
	pausedUntil,
	onSwitchHere,
	onSwitchEverywhere,
	onReload,
	onAllow,
	onRead,
	onPasteText,
	onPause,
	onResume,
}: PageSwitchProps) {
	const isOff = page.name === "reachable" && !page.isOnEverywhere;
	const isOn = page.name === "reachable" && page.isOnEverywhere;
	return (
		<section className="page-switch" aria-label={i18n.t("popup.thisPage")}>
			<p role="status">{describe(page, pausedUntil)}</p>
			<div className="page-switch-actions">
				{page.name === "needs-reload" && (
					<button type="button" className="primary" onClick={onReload}>
						{i18n.t("popup.reload")}
					</button>
				)}
				{page.name === "not-allowed" && (
					<button type="button" className="primary" onClick={onAllow}>
						{i18n.t("popup.allow", [page.host])}
					</button>
				)}
				{page.name === "unavailable" && (
					<button type="button" onClick={onPasteText}>
						{i18n.t("popup.pasteText")}
					</button>
				)}
				{pausedUntil && !isOff && (
					<button type="button" className="primary" onClick={onResume}>
						{i18n.t("popup.resume")}
					</button>
				)}
				{isOn && !pausedUntil && page.isOnHere && page.isWaiting && (
					<button type="button" className="primary" onClick={onRead}>
						{i18n.t("popup.readPage")}
					</button>
				)}
				{isOn && (
					<button type="button" onClick={() => onSwitchHere(!page.isOnHere)}>
						{i18n.t(page.isOnHere ? "popup.turnOffHere" : "popup.turnOnHere", [page.host])}
					</button>
				)}
				{isOn && !pausedUntil && (
					<button type="button" onClick={onPause}>
						{i18n.t("popup.pause")}
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

function describe(page: PageState, pausedUntil: string | undefined): string {
	const isOff = page.name === "reachable" && !page.isOnEverywhere;
	if (pausedUntil && !isOff) return i18n.t("popup.paused", [pausedUntil]);
	switch (page.name) {
		case "checking":
			return i18n.t("popup.checking");
		case "needs-reload":
			return i18n.t("popup.needsReload");
		case "not-allowed":
			return i18n.t("popup.notAllowed", [page.host]);
		case "unavailable":
			return i18n.t("popup.unavailable");
		case "reachable":
			if (!page.isOnEverywhere) return i18n.t("popup.offEverywhere");
			if (!page.isOnHere) return i18n.t("popup.offHere", [page.host]);
			if (page.isWaiting) return i18n.t("popup.waiting");
			if (!page.isRunning) return i18n.t("panel.resting");
			return i18n.t("popup.running", page.symptomCount);
	}
}
