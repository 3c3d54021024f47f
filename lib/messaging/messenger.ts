import { defineExtensionMessaging } from "@webext-core/messaging";
import type { BackgroundToPages, CardToBackground, PageToBackground, Result } from "./protocol";

/** The argument of a request, undefined for one without. */
export type RequestOf<K extends keyof PageToBackground> = Parameters<PageToBackground[K]>[0];

/** What a request returns when all went well. */
export type ValueOf<K extends keyof PageToBackground> = Extract<ReturnType<PageToBackground[K]>, { ok: true }>["value"];

/** A request as it is sent. */
export interface Call {
	/** The same in both attempts, and in no other call. */
	call: number;
	request?: unknown;
}

/** The line between the pages of the product and its background. Use the functions below, and `page-requests.ts`. */
export const messenger = defineExtensionMessaging<PageToBackground & CardToBackground & BackgroundToPages>();

/**
 * How long one attempt may take, in milliseconds. Waking takes 0.2 s and the slowest
 * request, storing the bundled answers, well below 1 s; opening the database gives up
 * after 5 s, which the second attempt lives to see.
 */
const REPLY_TIMEOUT_MS = 3_000;

/** The browser may stop the background while it works; the second attempt wakes it again. */
const ATTEMPTS = 2;

/**
 * Asks the background. Never throws: whatever keeps the reply away, the result says
 * `no-reply`. Every request may be asked twice without harm; what comes out otherwise
 * the second time is known by its call and done once (`page-requests.ts`).
 */
export async function askBackground<K extends keyof PageToBackground>(
	type: K,
	request: RequestOf<K>,
	timeoutMs = REPLY_TIMEOUT_MS,
): Promise<Result<ValueOf<K>>> {
	// Not secret, so no `randomUUID`, which a card in an insecure page may lack.
	const call = { call: Math.random(), request };
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const reply = await replyInTime(type, call, timeoutMs);
		if (reply) return reply;
	}
	return { ok: false, reason: "no-reply" };
}

/** Tells every open page of the product that what it may show changed: the personal list, the diary, kept answers or packs. */
export async function broadcastSavedAnswersChanged(): Promise<void> {
	try {
		await messenger.sendMessage("savedAnswersChanged", undefined);
	} catch {
		// "Receiving end does not exist": no page is open, which is the normal case.
	}
}

const listCallbacks = new Set<() => void>();
let stopListening: () => void = () => undefined;

/** Calls back after every such change, until the returned function is called. */
export function onSavedAnswersChanged(callback: () => void): () => void {
	// The library takes one listener for each kind of message, so all of ours share it.
	if (listCallbacks.size === 0) {
		stopListening = messenger.onMessage("savedAnswersChanged", () => {
			for (const each of [...listCallbacks]) each();
		});
	}
	listCallbacks.add(callback);
	return () => {
		listCallbacks.delete(callback);
		if (listCallbacks.size === 0) stopListening();
	};
}

async function replyInTime<K extends keyof PageToBackground>(
	type: K,
	call: Call,
	timeoutMs: number,
): Promise<Result<ValueOf<K>> | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), timeoutMs);
	});
	try {
		return await Promise.race([send(type, call), timeout]);
	} catch {
		// The background was stopped or is starting, or it refused: no reply in either case.
		return undefined;
	} finally {
		clearTimeout(timer);
	}
}

// A boundary: only our background answers (`page-requests.ts`), with the type that the protocol names.
function send<K extends keyof PageToBackground>(type: K, call: Call): Promise<Result<ValueOf<K>>> {
	const ask = messenger.sendMessage as unknown as (type: K, call: Call) => Promise<unknown>;
	return ask(type, call) as Promise<Result<ValueOf<K>>>;
}
