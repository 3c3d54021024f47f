/**
 * The content script, which lives in every page and frame: reads the settings, and starts and stops the lens of `lib/page`.
 * It carries no framework, no zod and no content but the compiled lexicon; `tests/build/package.test.ts` holds its size.
 */
import { lexicon, shownSymptoms } from "virtual:lexicon";
import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { captureWindow } from "../../lib/capture/capture-html";
import { closeCardsElsewhere, isOwnWish } from "../../lib/messaging/close-cards";
import { readPlainCard } from "../../lib/messaging/plain-card";
import { onTabRequest } from "../../lib/messaging/tab-requests";
import { tellTermsChanged } from "../../lib/messaging/terms-changed";
import { wakeBackground } from "../../lib/messaging/wake";
import { type Lens, startLens } from "../../lib/page/lens";
import {
	isOnForSite,
	LONGEST_TIMEOUT_MS,
	readSettings,
	type Settings,
	siteHost,
	watchSettings,
} from "../../lib/settings";
import "./highlight.css";
import highlightStyle from "./highlight.css?inline";

/** Frames smaller than this hold no text to read, in CSS pixels: pixels, buttons, advertisements. */
const SMALLEST_FRAME = { width: 200, height: 100 };

export default defineContentScript({
	matches: ["http://*/*", "https://*/*"],
	allFrames: true,
	matchAboutBlank: true,
	matchOriginAsFallback: true,
	runAt: "document_idle",
	noScriptStartedPostMessage: true,
	async main(context) {
		if (!claimPage()) return;
		const host = siteHost(window);
		let running: { lens: Lens; stop: AbortController; reading: string } | undefined;
		let isAsked = false;
		let resumption: ReturnType<typeof setTimeout> | undefined;

		const apply = (settings: Settings) => {
			clearTimeout(resumption);
			const pause = settings.pausedUntil - Date.now();
			if (pause > 0) resumption = setTimeout(() => void applyStored(), Math.min(pause, LONGEST_TIMEOUT_MS));
			const isWanted =
				settings.isOn &&
				pause <= 0 &&
				(settings.pages !== "asked" || isAsked) &&
				isOnForSite(host, settings) &&
				isLargeEnough() &&
				!context.isInvalid;
			const { isOn: _, salt: __, offSiteHashes: ___, pausedUntil: ____, ...reading } = settings;
			const readingText = JSON.stringify(reading);
			if (running && (!isWanted || running.reading !== readingText)) {
				running.stop.abort();
				running = undefined;
			}
			if (isWanted && !running) {
				const stop = new AbortController();
				const lens = startLens({
					reading,
					lexicon,
					shownSymptoms,
					highlightStyle: import.meta.env.FIREFOX ? highlightStyle : "",
					card: {
						url: browser.runtime.getURL("/card.html"),
						origin: extensionOrigin(),
						// Not through `#i18n`, which would weigh more than the words.
						title: browser.i18n.getMessage("card_title" as never),
						// A document without an origin runs no script of any frame in it.
						isPlain: self.origin === "null",
					},
					readPlainCard,
					wakeBackground,
					closeCardsElsewhere,
					onTermsChanged: tellTermsChanged,
					isAlive: () => !context.isInvalid,
					signal: AbortSignal.any([stop.signal, context.signal]),
					stop: () => stop.abort(),
				});
				running = { lens, stop, reading: readingText };
			}
		};

		watchSettings(apply, context.signal);
		onTabRequest(() => {
			// A lens that broke has stopped itself: whoever asks must not take it for one that finds nothing.
			if (running?.stop.signal.aborted) running = undefined;
			return {
				...running?.lens,
				describePage: () => ({
					host,
					isRunning: running !== undefined,
					symptomIds: running?.lens.symptomIds() ?? [],
				}),
				readPage: () => {
					isAsked = true;
					void applyStored();
				},
				capturePage: () => captureWindow(window),
				closeCards: (request) => {
					if (!isOwnWish(request)) running?.lens.closeCard();
				},
			};
		}, context.signal);
		const applyStored = async () => {
			// Reading fails in a script whose extension is gone; it has nothing left to do.
			if (!context.isInvalid) await readSettings().then(apply, () => undefined);
		};
		await applyStored();
		// A frame that was too small may grow.
		if (!isLargeEnough()) window.addEventListener("resize", () => void applyStored(), { signal: context.signal });
	},
});

/** False if a lens of this extension already works here: a second injection must not mark everything twice. */
function claimPage(): boolean {
	const claims = globalThis as { symptomLensRuns?: string };
	if (claims.symptomLensRuns === browser.runtime.id) return false;
	claims.symptomLensRuns = browser.runtime.id;
	return true;
}

function isLargeEnough(): boolean {
	return window === window.top || (innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height);
}

// Chromium answers `getURL` with a dynamic address, but the page behind it runs at the extension's own origin.
function extensionOrigin(): string {
	return import.meta.env.FIREFOX
		? new URL(browser.runtime.getURL("/card.html")).origin
		: `chrome-extension://${browser.runtime.id}`;
}
