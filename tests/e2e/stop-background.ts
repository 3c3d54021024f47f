import type { Target } from "puppeteer-core";
import { type TestBrowser, until } from "./test-browser";

/** Stops the background worker as Chromium stops one that rests, and waits for its end. The next message starts another. */
export async function stopBackground({ browser }: TestBrowser): Promise<void> {
	const isWorker = (target: Target) => target.type() === "service_worker";
	const running = browser.targets().filter(isWorker);
	for (const target of running) {
		// Another may be started at once: a page that is open asks for this and that.
		await until(async () => {
			if (!browser.targets().includes(target)) return true;
			// One that is just starting or ending cannot be reached.
			await (await target.worker().catch(() => undefined))?.close().catch(() => undefined);
			return undefined;
		}, "the worker is gone");
	}
}
