import { bundledPackId, bundledPackPath, bundledPackVersion } from "virtual:bundled-pack";
import { symptomIndex } from "virtual:symptom-index";
import { synonymGroups } from "virtual:synonyms";
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { i18n } from "#i18n";
import { plainCardOf } from "../components/plain-card";
import { loadSymptom } from "../data/symptoms";
import { answerCommands } from "../lib/keyboard-commands";
import { remembersLookUps } from "../lib/look-up-memory";
import { captureItem } from "../lib/messaging/capture-page";
import { relayCloseCards } from "../lib/messaging/close-cards";
import { onLookUp } from "../lib/messaging/look-ups";
import { broadcastSavedAnswersChanged } from "../lib/messaging/messenger";
import { createPageHandlers } from "../lib/messaging/page-handlers";
import { offerInMenu } from "../lib/messaging/page-menu";
import { onPageRequest } from "../lib/messaging/page-requests";
import { keepBadge } from "../lib/messaging/page-terms";
import { askItem } from "../lib/messaging/panel";
import { onPlainCardRequest } from "../lib/messaging/plain-card";
import { onWake } from "../lib/messaging/wake";
import { createSearchLanguage } from "../lib/search/search-language";
import { createConnection } from "../lib/storage/connection";
import { browserLocalData } from "../lib/storage/local-data";
import { localSentinelStore } from "../lib/storage/local-sentinel-store";
import { noteLookUp } from "../lib/storage/look-ups";
import { capturedPackWords } from "./hooks/captured-pack-words";

/** The one owner of the database. Every listener is registered at once: the browser wakes the background only for those. */
export default defineBackground(() => {
	const connection = createConnection();
	const { handlers, prepare } = createPageHandlers({
		connection,
		sentinelStore: localSentinelStore,
		localData: browserLocalData,
		bundledPack: {
			id: bundledPackId,
			version: bundledPackVersion,
			load: async () => (await fetch(bundledPackPath)).json(),
		},
		capturedPack: capturedPackWords(),
		language: createSearchLanguage(symptomIndex, synonymGroups),
		onSavedAnswersChanged: () => void broadcastSavedAnswersChanged(),
	});

	onPageRequest(handlers);
	onLookUp(async (symptomId) => {
		if (await remembersLookUps()) await connection((database) => noteLookUp(database, symptomId));
	});
	onWake(() => void prepare());
	relayCloseCards();
	offerInMenu([askItem(i18n.t("pageMenu.ask")), captureItem(i18n.t("capture.offer"))]);
	keepBadge();
	answerCommands();
	onPlainCardRequest(async (symptomId) => {
		const symptom = await loadSymptom(symptomId);
		return symptom && plainCardOf(symptom);
	});
	browser.runtime.onInstalled.addListener(({ reason }) => {
		void prepare();
		// In a tab behind: whoever has just installed it is in the middle of something.
		if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html"), active: false });
	});
});
