import { afterEach, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

/** Locks as a browser has them: whoever asks for a name waits until those before are done. */
function fakeLocks() {
	const queues = new Map<string, Promise<unknown>>();
	return {
		request: <T>(name: string, work: () => Promise<T>): Promise<T> => {
			const done = (queues.get(name) ?? Promise.resolve()).then(work);
			queues.set(
				name,
				done.catch(() => undefined),
			);
			return done;
		},
	};
}

it("a hundred sites that two pages switch off at once are all off", async () => {
	let stored: Record<string, unknown> = {};
	const soon = () => new Promise((resolve) => setTimeout(resolve));
	const local = {
		get: async () => {
			await soon();
			return structuredClone(stored);
		},
		set: async (changed: Record<string, unknown>) => {
			await soon();
			stored = { ...stored, ...structuredClone(changed) };
		},
	};
	vi.stubGlobal("chrome", { runtime: { id: "extension-under-test" }, storage: { local } });
	vi.stubGlobal("navigator", { locks: fakeLocks() });
	const { isOnForSite, readSettings, setOnForSite } = await import("../lib/settings");
	const sites = Array.from({ length: 100 }, (_, index) => `site-${index}.example`);

	await Promise.all(sites.map((site) => setOnForSite(site, false)));

	const settings = await readSettings();
	expect(sites.filter((site) => isOnForSite(site, settings))).toEqual([]);
});
