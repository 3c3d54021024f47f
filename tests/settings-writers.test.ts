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

/** A storage that answers a moment later, in a page with this `navigator`. */
function openPage(navigator: object): void {
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
}

function openSettings(navigator: object): Promise<typeof import("../lib/settings")> {
	openPage(navigator);
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

it("a reminder of backups that is chosen while a backup is noted stays chosen", async () => {
	openPage({ locks: fakeLocks() });
	const { noteBackup, readReminder, setReminder } = await import("../lib/backup-reminder");

	await Promise.all([setReminder(30, 1_000), noteBackup(2_000)]);

	expect(await readReminder()).toEqual({ afterDays: 30, since: 2_000 });
});
