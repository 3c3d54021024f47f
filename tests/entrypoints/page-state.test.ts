import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { PageSwitch } from "../../components/PageSwitch";
import { readPageState } from "../../entrypoints/hooks/use-page-state";

/** The tab of a page on which a lens has stopped because something broke. */
const BROKEN = vi.hoisted(() => 2);

// The words of the interface bring a browser of their own.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));
vi.mock("wxt/browser", () => ({
	browser: {
		tabs: {
			sendMessage: async (tabId: number) =>
				tabId === BROKEN
					? { host: "forum.example", isRunning: false, symptomIds: [] }
					: Promise.reject(new Error("Could not establish connection")),
		},
		storage: { local: { get: async () => ({}) }, session: { get: async () => ({}) } },
		permissions: {
			contains: async ({ origins }: { origins: string[] }) => origins[0] !== "https://taken-back.example/*",
		},
		runtime: { id: "extension-under-test" },
	},
}));

it.each([
	["a web page that was open before", "https://example.org/story?a=1", "needs-reload"],
	[
		"a PDF on the web, whose viewer lets nobody in",
		"https://example.org/papers/Letter.PDF?download=0#page=2",
		"unavailable",
	],
	["a page of the browser", "chrome://version", "unavailable"],
	["a page whose address is not shown to us", undefined, "unavailable"],
])("where no lens answers, %s is called what it is", async (_, url, name) => {
	expect(await readPageState(1, url)).toEqual({ name });
});

it("a site whose permission was taken back is named, so that it can be given again", async () => {
	expect(await readPageState(1, "https://taken-back.example:8443/story")).toEqual({
		name: "not-allowed",
		host: "taken-back.example",
		pages: "https://taken-back.example/*",
	});
});

it("a page whose lens has stopped is not taken for one without symptoms", async () => {
	const page = await readPageState(BROKEN, "https://forum.example/1");

	expect(page).toMatchObject({ name: "reachable", isRunning: false });
	const idle = () => undefined;
	const markup = renderToStaticMarkup(
		createElement(PageSwitch, {
			page,
			pausedUntil: undefined,
			onSwitchHere: idle,
			onSwitchEverywhere: idle,
			onReload: idle,
			onAllow: idle,
			onRead: idle,
			onPasteText: idle,
			onPause: idle,
			onResume: idle,
		}),
	);
	expect(markup).toContain("panel.resting");
});
