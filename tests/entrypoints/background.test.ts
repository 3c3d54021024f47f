import { beforeEach, describe, expect, it, vi } from "vitest";

/** What a background did to the browser: `name` of an event it listens to, or of a menu item. */
let listened: string[];
let installed: ((details: { reason: string }) => unknown)[];
let menu: string[];
/** Areas that the browser lacks. */
let lacking: string[];

/** A browser whose every event takes listeners, and which answers nothing. */
function fakeBrowser() {
	const event = (name: string) => ({
		addListener: (listener: (details: { reason: string }) => unknown) => {
			listened.push(name);
			if (name === "runtime.onInstalled") installed.push(listener);
		},
		removeListener: () => undefined,
	});
	const nothing = async () => undefined;
	const own: Record<string, unknown> = {
		"runtime.id": "extension-under-test",
		"runtime.getURL": (path: string) => `chrome-extension://extension-under-test${path}`,
		"contextMenus.removeAll": async () => {
			menu = [];
		},
		"contextMenus.create": ({ id }: { id: string }) => menu.push(id),
	};
	const area = (name: string): unknown =>
		new Proxy(
			{},
			{
				has: () => true,
				get: (_, key) => {
					const path = `${name}.${String(key)}`;
					return own[path] ?? (String(key).startsWith("on") ? event(path) : nothing);
				},
			},
		);
	return new Proxy(
		{},
		{ has: () => true, get: (_, key) => (lacking.includes(String(key)) ? undefined : area(String(key))) },
	);
}

/** Starts a background afresh; returns what it listens to when its first turn ends. */
async function startBackground(): Promise<string[]> {
	vi.resetModules();
	const { default: background } = await import("../../entrypoints/background");
	background.main();
	return [...listened];
}

// The words of the interface bring a browser of their own.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));
vi.stubGlobal("chrome", fakeBrowser());

beforeEach(() => {
	[listened, installed, menu, lacking] = [[], [], [], []];
});

describe("a background that the browser has woken", () => {
	it("has every listener when its first turn ends, so that no event is missed", async () => {
		const atOnce = await startBackground();
		await new Promise((resolve) => setTimeout(resolve, 50));

		expect(listened).toEqual(atOnce);
		expect([...new Set(listened)].sort()).toEqual([
			"commands.onCommand",
			"contextMenus.onClicked",
			"runtime.onInstalled",
			"runtime.onMessage",
		]);
	});

	it("makes no menu item, however often it is woken; only an installation does, each once", async () => {
		for (let start = 0; start < 5; start++) await startBackground();
		expect(menu).toEqual([]);

		// An update meets the items that the version before has made.
		menu = ["left over"];
		for (const listener of installed.slice(0, 2)) await listener({ reason: "update" });

		expect(menu).toHaveLength(2);
		expect(menu).not.toContain("left over");
	});

	it("starts in Firefox for Android, which has no menus, keys, windows and panels", async () => {
		lacking = ["contextMenus", "menus", "commands", "windows", "sidebarAction", "sidePanel"];

		const atOnce = await startBackground();
		for (const listener of installed) await listener({ reason: "install" });

		expect([...new Set(atOnce)].sort()).toEqual(["runtime.onInstalled", "runtime.onMessage"]);
	});
});
