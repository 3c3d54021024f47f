import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { FrontTab } from "../lib/front-page";

const browser = vi.hoisted(() => {
	const event = () => {
		const listeners = new Set<(...values: unknown[]) => void>();
		return {
			addListener: (listener: () => void) => listeners.add(listener),
			removeListener: (listener: () => void) => listeners.delete(listener),
			fire: (...values: unknown[]) => {
				for (const listener of listeners) listener(...values);
			},
		};
	};
	return {
		tabs: { query: async () => [{ id: 7 }], onActivated: event(), onUpdated: event() },
		storage: { onChanged: event() },
		runtime: { id: "extension-under-test", onMessage: event() },
	};
});
vi.mock("wxt/browser", () => ({ browser }));

const { followFrontPage } = await import("../lib/front-page");

let stop: AbortController;
const settled = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => {
	vi.useFakeTimers();
	stop = new AbortController();
});
afterEach(() => {
	stop.abort();
	vi.useRealTimers();
});

it("of two looks at the page in front the later one counts, even if the earlier one takes longer", async () => {
	const seen: string[] = [];
	const read = vi.fn(async () => "late");
	read.mockImplementationOnce(async () => {
		await new Promise((resolve) => setTimeout(resolve, 500));
		return "early";
	});
	followFrontPage(read, (page) => seen.push(page), stop.signal);
	browser.tabs.onActivated.fire();
	await settled();

	expect(seen).toEqual(["late"]);
});

it("the page in front is looked at again when it has loaded, when the settings change, and when another tab comes", async () => {
	const read = vi.fn(async (tab: FrontTab) => tab?.id);
	followFrontPage(read, () => undefined, stop.signal);
	await settled();
	for (const happens of [
		() => browser.tabs.onUpdated.fire(7, { status: "complete" }),
		() => browser.storage.onChanged.fire({ settings: { newValue: {} } }, "local"),
		() => browser.tabs.onActivated.fire(),
		() => browser.runtime.onMessage.fire({ type: "termsChanged" }, { id: "extension-under-test", tab: { id: 7 } }),
	]) {
		read.mockClear();
		happens();
		await settled();
		expect(read).toHaveBeenCalled();
	}
	read.mockClear();
	browser.tabs.onUpdated.fire(8, { status: "complete" });
	await settled();

	expect(read).not.toHaveBeenCalled();
});

it("the page in front is not looked at any more when nobody wants to know", async () => {
	const read = vi.fn(async () => undefined);
	const onRead = vi.fn();
	followFrontPage(read, onRead, stop.signal);
	browser.tabs.onUpdated.fire(7, { status: "complete" });
	stop.abort();
	browser.tabs.onActivated.fire();
	await settled();

	expect(read.mock.calls.length).toBeLessThanOrEqual(1);
	expect(onRead).not.toHaveBeenCalled();
});
