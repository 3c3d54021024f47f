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

/** Settings in a storage that answers a moment later, as a page with this `navigator` has them. */
async function openSettings(navigator: object): Promise<typeof import("../lib/settings")> {
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
	vi.stubGlobal("navigator", navigator);
	vi.resetModules();
	return import("../lib/settings");
}

const sites = Array.from({ length: 100 }, (_, index) => `site-${index}.example`);

it("a hundred sites that two pages switch off at once are all off", async () => {
	const { isOnForSite, readSettings, setOnForSite } = await openSettings({ locks: fakeLocks() });

	await Promise.all(sites.map((site) => setOnForSite(site, false)));

	const settings = await readSettings();
	expect(sites.filter((site) => isOnForSite(site, settings))).toEqual([]);
});

it("a hundred sites switched off at once are all off where the browser has no locks, as on a page without encryption", async () => {
	const { isOnForSite, readSettings, setOnForSite } = await openSettings({});

	await Promise.all(sites.map((site) => setOnForSite(site, false)));

	const settings = await readSettings();
	expect(sites.filter((site) => isOnForSite(site, settings))).toEqual([]);
});
