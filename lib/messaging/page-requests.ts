import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { type Call, messenger, type RequestOf, type ValueOf } from "./messenger";
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

/** How long a reply waits for a second attempt that it crossed on its way, in milliseconds. */
const REPLY_KEPT_MS = 60_000;

const callSchema: z.ZodMiniType<Call> = z.strictObject({ call: z.number(), request: z.optional(z.unknown()) });

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
	listenOnce("tagSavedAnswers", requestSchemas.tagSavedAnswers, handlers);
	listenOnce("mergeSavedAnswers", requestSchemas.mergeSavedAnswers, handlers);
	listenOnce("removeSavedAnswers", requestSchemas.removeSavedAnswers, handlers);
	listenOnce("restoreSavedAnswers", requestSchemas.restoreSavedAnswers, handlers);
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
	listenOnce("removePack", requestSchemas.removePack, handlers);
	listen("readPackPart", requestSchemas.readPackPart, handlers);
	listen("acknowledgeInterrupted", requestSchemas.acknowledgeInterrupted, handlers);
	listenOnce("keepCaptured", requestSchemas.keepCaptured, handlers);
	listenOnce("removeCaptured", requestSchemas.removeCaptured, handlers);
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
	perform: Perform<Result<ValueOf<K>>> = (_, work) => work(),
): void {
	// A boundary: the library cannot see that `Result<ValueOf<K>>` is what the protocol returns for K.
	const onMessage = messenger.onMessage as (
		type: K,
		answer: (message: { data: unknown; sender: Sender }) => Promise<Result<ValueOf<K>>>,
	) => void;
	onMessage(type, async ({ data, sender }) => {
		if (!isOwnPage(sender)) throw new Error(`${type} is answered to pages of the extension only`);
		const { call, request } = callSchema.parse(data);
		const parsed = schema.parse(request);
		return perform(call, () => handlers[type](parsed));
	});
}

/** For a request whose reply would be another the second time, since what it changes is changed by then. */
function listenOnce<K extends keyof PageToBackground>(
	type: K,
	schema: z.ZodMiniType<RequestOf<K>>,
	handlers: PageRequestHandlers,
): void {
	listen(type, schema, handlers, onceEach());
}

type Perform<T> = (call: number, work: () => Promise<T>) => Promise<T>;

/**
 * Does the work of each call once: its second attempt gets the reply of the first. Work that failed is done anew, and so is
 * that of a background which the browser stopped between the two, for all that is known of a call is in memory.
 */
function onceEach<T>(): Perform<T> {
	const replies = new Map<number, Promise<T>>();
	return (call, work) => {
		const known = replies.get(call);
		if (known) return known;
		const reply = work();
		replies.set(call, reply);
		const forget = () => replies.delete(call);
		reply.then(() => setTimeout(forget, REPLY_KEPT_MS), forget);
		return reply;
	};
}
