import { afterAll, beforeAll, describe, it } from "vitest";
import { browserKind, startBrowser, type TestBrowser, underlined, until } from "./test-browser";
import { serveTestPages } from "./test-pages";

/** What `tests/pages/app.html` offers, and what the test asks it to remember. */
interface AppWindow {
	app: { open: (route: string, texts: string[]) => void };
	folded?: WeakRef<Element>;
}

const server = serveTestPages();
let test: TestBrowser;
beforeAll(async () => {
	test = await startBrowser();
});
afterAll(() => test?.close());

// Firefox lets no driver collect garbage.
describe.skipIf(browserKind === "firefox")("a tab that is never loaded anew", () => {
	it("keeps nothing of a view that is gone, not even of text that was folded there", async () => {
		const page = await test.newPage();
		await page.goto(`${server.origin}/app.html`);
		const open = async (route: string, term: string) => {
			await page.evaluate(
				(name, text) => (window as unknown as AppWindow).app.open(name, [`For a week I have had ${text}.`]),
				route,
				term,
			);
			await until(async () => (await underlined(page)).includes(term), `“${term}” is underlined`);
		};
		await open("one", "lip twitching");
		await page.evaluate(() => {
			const folded = document.querySelector("details > p");
			if (folded) (window as unknown as AppWindow).folded = new WeakRef(folded);
		});
		await open("two", "hand tremor");

		const session = await page.createCDPSession();
		await until(async () => {
			await session.send("HeapProfiler.collectGarbage");
			return page.evaluate(() => {
				const { folded } = window as unknown as AppWindow;
				return folded !== undefined && folded.deref() === undefined;
			});
		}, "the first view is gone from memory");
	});
});
