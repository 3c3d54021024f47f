import { afterEach, beforeEach, expect, it, vi } from "vitest";

const asked = vi.fn(async (type: string) => ({ ok: true as const, value: { type } }));
const callbacks = new Set<() => void>();
vi.mock("../../lib/messaging/messenger", () => ({
	askBackground: asked,
	onSavedAnswersChanged: (callback: () => void) => {
		callbacks.add(callback);
		return () => callbacks.delete(callback);
	},
}));

const { createSavedListStore } = await import("../../lib/messaging/saved-list");

const settled = () => new Promise((resolve) => setTimeout(resolve));
const change = async () => {
	for (const callback of callbacks) callback();
	await settled();
};

beforeEach(() => {
	asked.mockClear();
});
afterEach(() => {
	callbacks.clear();
});

it("a list that nobody looks at any more is not read after changes, however often it was opened", async () => {
	for (let visit = 0; visit < 10; visit++) {
		const leave = createSavedListStore().subscribe(() => undefined);
		await settled();
		leave();
	}
	asked.mockClear();
	await change();

	expect(asked).not.toHaveBeenCalled();
});

it("a list on show is read as it is opened and after every change, once for all who look", async () => {
	const store = createSavedListStore();
	const leave = [store.subscribe(() => undefined), store.subscribe(() => undefined)];
	await settled();
	expect(asked).toHaveBeenCalledTimes(1);
	leave[0]?.();
	await change();

	expect(asked).toHaveBeenCalledTimes(2);
});

it("a list that is looked at again shows what has changed meanwhile", async () => {
	const store = createSavedListStore();
	store.subscribe(() => undefined)();
	await settled();
	asked.mockClear();
	store.subscribe(() => undefined);
	await settled();

	expect(asked).toHaveBeenCalledTimes(1);
});
