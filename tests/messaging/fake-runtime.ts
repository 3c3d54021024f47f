import { vi } from "vitest";

/** Who sends a message, as the browser reports it. */
interface FakeSender {
	id: string;
	origin: string;
}

type Listener = (message: unknown, sender: FakeSender, reply: (response: unknown) => void) => unknown;

/** Id and origin of the extension under test. */
export const EXTENSION_ID = "extension-under-test";
export const OWN_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/**
 * Stands in for `chrome.runtime`: what is sent reaches every listener, as JSON, from
 * the sender that was set last. Without a listener it fails as the browser does.
 */
export function installFakeRuntime() {
	const listeners = new Set<Listener>();
	const state = { sender: { id: EXTENSION_ID, origin: OWN_ORIGIN }, sent: 0 };
	const runtime = {
		id: EXTENSION_ID,
		lastError: undefined as { message: string } | undefined,
		onMessage: {
			addListener: (listener: Listener) => listeners.add(listener),
			removeListener: (listener: Listener) => listeners.delete(listener),
		},
		sendMessage: (message: unknown, callback?: (response: unknown) => void): Promise<unknown> => {
			state.sent++;
			const answered = deliver(JSON.parse(JSON.stringify(message)), [...listeners], state.sender);
			if (!callback) return answered;
			answered.then(callback, (error: Error) => {
				runtime.lastError = error;
				callback(undefined);
				runtime.lastError = undefined;
			});
			return answered.catch(() => undefined);
		},
	};
	vi.stubGlobal("chrome", { runtime });
	vi.stubGlobal("location", { origin: OWN_ORIGIN });
	return { state, clear: () => listeners.clear() };
}

function deliver(message: unknown, listeners: Listener[], sender: FakeSender): Promise<unknown> {
	return new Promise((resolve, reject) => {
		if (listeners.length === 0) reject(new Error("Could not establish connection. Receiving end does not exist."));
		const willReply = listeners.map((listener) => listener(message, sender, resolve) === true);
		if (!willReply.includes(true)) resolve(undefined);
	});
}
