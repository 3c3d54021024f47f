import { browser } from "wxt/browser";
import type * as z from "zod/mini";
import { messenger, type RequestOf, type ValueOf } from "./messenger";
import type { PageToBackground, Result } from "./protocol";
import { requestSchemas } from "./request-schemas";

/** One function for each request of the protocol. */
export type PageRequestHandlers = {
	[K in keyof PageToBackground]: (request: RequestOf<K>) => Promise<Result<ValueOf<K>>>;
};

/** Who sent a message, as far as trust depends on it. */
interface Sender {
	id?: string | undefined;
	origin?: string | undefined;
}

/**
 * Answers the requests of our own pages, until the background ends. Others are
 * refused, and so is a request that does not look as the protocol says.
 */
export function onPageRequest(handlers: PageRequestHandlers): void {
	listen("findAnswers", requestSchemas.findAnswers, handlers);
	listen("searchAnswers", requestSchemas.searchAnswers, handlers);
	listen("findSimilarAnswers", requestSchemas.findSimilarAnswers, handlers);
	listen("browseAnswers", requestSchemas.browseAnswers, handlers);
	listen("suggestNames", requestSchemas.suggestNames, handlers);
	listen("readAnswer", requestSchemas.readAnswer, handlers);
	listen("saveAnswer", requestSchemas.saveAnswer, handlers);
	listen("listSavedAnswers", requestSchemas.listSavedAnswers, handlers);
	listen("removeSavedAnswer", requestSchemas.removeSavedAnswer, handlers);
	listen("restoreSavedAnswer", requestSchemas.restoreSavedAnswer, handlers);
	listen("readSavedAnswers", requestSchemas.readSavedAnswers, handlers);
	listen("changeSavedAnswer", requestSchemas.changeSavedAnswer, handlers);
	listen("tagSavedAnswers", requestSchemas.tagSavedAnswers, handlers);
	listen("mergeSavedAnswers", requestSchemas.mergeSavedAnswers, handlers);
	listen("removeSavedAnswers", requestSchemas.removeSavedAnswers, handlers);
	listen("restoreSavedAnswers", requestSchemas.restoreSavedAnswers, handlers);
	listen("listLookUps", requestSchemas.listLookUps, handlers);
	listen("forgetLookUps", requestSchemas.forgetLookUps, handlers);
	listen("addEpisode", requestSchemas.addEpisode, handlers);
	listen("changeEpisode", requestSchemas.changeEpisode, handlers);
	listen("removeEpisode", requestSchemas.removeEpisode, handlers);
	listen("restoreEpisode", requestSchemas.restoreEpisode, handlers);
	listen("listEpisodes", requestSchemas.listEpisodes, handlers);
	listen("noteRestored", requestSchemas.noteRestored, handlers);
	listen("acknowledgeLoss", requestSchemas.acknowledgeLoss, handlers);
	listen("listPacks", requestSchemas.listPacks, handlers);
	listen("changePack", requestSchemas.changePack, handlers);
	listen("removePack", requestSchemas.removePack, handlers);
	listen("readPackPart", requestSchemas.readPackPart, handlers);
	listen("acknowledgeInterrupted", requestSchemas.acknowledgeInterrupted, handlers);
	listen("keepCaptured", requestSchemas.keepCaptured, handlers);
	listen("removeCaptured", requestSchemas.removeCaptured, handlers);
	listen("describeStorage", requestSchemas.describeStorage, handlers);
	listen("deleteStored", requestSchemas.deleteStored, handlers);
}

/**
 * True if a page of the product sent the message. Our content scripts have our id
 * but the origin of the page they live in; `sender.tab` is set for our own frame
 * as well and proves nothing.
 */
export function isOwnPage(sender: Sender): boolean {
	return sender.id === browser.runtime.id && sender.origin === location.origin;
}

function listen<K extends keyof PageToBackground>(
	type: K,
	schema: z.ZodMiniType<RequestOf<K>>,
	handlers: PageRequestHandlers,
): void {
	// A boundary: the library cannot see that `Result<ValueOf<K>>` is what the protocol returns for K.
	const onMessage = messenger.onMessage as (
		type: K,
		answer: (message: { data: unknown; sender: Sender }) => Promise<Result<ValueOf<K>>>,
	) => void;
	onMessage(type, async ({ data, sender }) => {
		if (!isOwnPage(sender)) throw new Error(`${type} is answered to pages of the extension only`);
		return handlers[type](schema.parse(data));
	});
}
