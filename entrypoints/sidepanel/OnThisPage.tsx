import { symptomIndex } from "virtual:symptom-index";
import { useEffect, useMemo, useRef, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { EmergencyLead } from "../../components/EmergencyLead";
import { PageNote } from "../../components/PageNote";
import type { PageState } from "../../components/PageSwitch";
import { TermList } from "../../components/TermList";
import { closeCardsIn } from "../../lib/messaging/close-cards";
import { showTerm } from "../../lib/messaging/page-terms";
import { askTab } from "../../lib/messaging/tab-requests";
import { setOnEverywhere, setOnForSite } from "../../lib/settings";
import { groupTerms, type SymptomGroup, type TermPlace } from "../../lib/terms/group-terms";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { usePageEmergencies } from "../hooks/use-page-emergencies";
import type { PageTerms } from "../hooks/use-page-terms";
import { usePause } from "../hooks/use-pause";
import { useSettings } from "../hooks/use-settings";

/** Every term of the page by symptom, emergencies that it tells of on top. */
export function OnThisPage({
	tabId,
	page,
	frames,
	focusOn,
	onExplain,
}: PageTerms & {
	/** The symptom whose card the reader came back from: the focus goes to its button. */
	focusOn: string | undefined;
	onExplain: (group: SymptomGroup) => void;
}) {
	const main = useRef<HTMLElement>(null);
	const groups = useMemo(() => groupTerms(frames, symptomIndex), [frames]);
	const emergencies = usePageEmergencies(tabId, frames);
	const [emergencyNumber] = useEmergencyNumber();
	const { until: pausedUntil, resume } = usePause(...useSettings());
	const isRead = frames.length > 0;
	const [anyOutcome, setOutcome] = useState<{ tabId: number; place: TermPlace; isShown: boolean }>();
	const awaitsFocus = useRef(focusOn);
	// Again with every list: the terms may come after the heading.
	useEffect(() => {
		const { current: id } = awaitsFocus;
		if (!id || !groups.some((group) => group.id === id)) return;
		main.current?.querySelector<HTMLElement>(`[data-explains="${id}"]`)?.focus();
		awaitsFocus.current = undefined;
	}, [groups]);

	const show = async (place: TermPlace) => {
		if (tabId !== undefined) setOutcome({ tabId, place, isShown: await showTerm(tabId, place) });
	};
	const close = () => {
		if (tabId !== undefined) closeCardsIn(tabId);
		setOutcome(undefined);
	};
	useEffect(() => {
		const closeOnEscape = (event: KeyboardEvent) => {
			if (event.key === "Escape") close();
		};
		addEventListener("keydown", closeOnEscape);
		return () => removeEventListener("keydown", closeOnEscape);
	});
	const [firstEmergency] = emergencies;
	const outcome = anyOutcome?.tabId === tabId ? anyOutcome : undefined;

	return (
		<div className="panel">
			<header>
				<h1>{i18n.t("panel.heading")}</h1>
				<p role="status">{describe(page, pausedUntil, isRead ? groups : undefined)}</p>
				<PageNote
					page={page}
					isRead={isRead}
					isPaused={pausedUntil !== undefined}
					onTurnOnHere={() => page.name === "reachable" && void setOnForSite(page.host, true)}
					onTurnOnEverywhere={() => void setOnEverywhere(true)}
					onReload={() => tabId !== undefined && void browser.tabs.reload(tabId)}
					onPasteText={() => void browser.tabs.create({ url: browser.runtime.getURL("/library.html#paste") })}
					onRead={() => tabId !== undefined && void askTab("readPage", tabId)}
					onResume={resume}
				/>
				<p role="status">{outcome && i18n.t(outcome.isShown ? "panel.shown" : "panel.gone")}</p>
			</header>
			<main ref={main}>
				<EmergencyLead emergencies={emergencies.map(({ emergency }) => emergency)} number={emergencyNumber} />
				{firstEmergency && (
					<button type="button" onClick={() => void show(firstEmergency.place)}>
						{i18n.t("panel.showPlace")}
					</button>
				)}
				{groups.length > 0 && <p className="term-detail">{i18n.t("panel.intro")}</p>}
				<TermList
					groups={groups}
					shown={outcome?.isShown ? outcome.place : undefined}
					onShow={(place) => void show(place)}
					onExplain={onExplain}
				/>
			</main>
			<footer>
				<p>{i18n.t("card.notDiagnosis")}</p>
				<p>
					{i18n.t("panel.keys")} {i18n.t(import.meta.env.FIREFOX ? "panel.keysFirefox" : "panel.keysChromium")}
				</p>
			</footer>
		</div>
	);
}

/** `groups`: undefined where the page has not been read. */
function describe(page: PageState, pausedUntil: string | undefined, groups: SymptomGroup[] | undefined): string {
	if (page.name === "checking") return i18n.t("popup.checking");
	if (page.name !== "reachable") return i18n.t("panel.cannotRun");
	if (!page.isOnEverywhere) return i18n.t("panel.off");
	if (!page.isOnHere) return i18n.t("panel.offHere", [page.host]);
	if (pausedUntil) return i18n.t("popup.paused", [pausedUntil]);
	if (!groups) return i18n.t(page.isWaiting ? "popup.waiting" : "panel.resting");
	const symptoms = i18n.t("panel.symptoms", groups.length);
	const places = groups.reduce((sum, { terms }) => sum + terms.length, 0);
	return places === 0 ? symptoms : `${symptoms}, ${i18n.t("panel.places", places)}`;
}
