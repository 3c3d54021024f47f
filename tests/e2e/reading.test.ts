// Long because its rules share one browser, which takes longer to start than each of them.

import type { Frame, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
	cardText,
	hover,
	isCardOpen,
	pause,
	placeOf,
	startBrowser,
	type TestBrowser,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeAll(async () => {
	test = await startBrowser();
});
afterEach(() => page.close());
afterAll(() => test.close());

const open = async (path: string) => {
	page = await test.newPage();
	await page.goto(`${server.origin}/${path}`);
};
const untilUnderlined = (frame: Page | Frame, words: string[]) =>
	until(
		async () => JSON.stringify((await underlined(frame)).sort()) === JSON.stringify([...words].sort()),
		`underlined: ${words.join(", ")}`,
	);

describe("a page with the strictest content security policy", () => {
	it("is underlined, and its cards open with answers", async () => {
		await open("strict-csp.html");
		await untilUnderlined(page, ["eyelid twitching", "eyelid twitching", "fasciculation"]);

		await hover(page, "eyelid twitching started");

		await until(
			async () => (await cardText(page))?.includes("Summary in our own words"),
			"the card opens with answers",
		);
	});
});

describe("frames", () => {
	const frameOf = (part: string) =>
		until(async () => page.frames().find((frame) => frame.url().includes(part)), `the frame ${part} is there`);

	it.each([
		["the same site", "localhost", "strict-csp.html", "fasciculation"],
		["another site", "127.0.0.1", "practice.html", "fasciculation"],
	])("of %s are underlined and open cards of their own", async (_site, host, path, words) => {
		await open("frames.html");
		const frame = await frameOf(`${host}:${new URL(server.origin).port}/${path}`);
		await until(async () => (await underlined(frame)).includes(words), "the frame is underlined");

		const box = await page.evaluate(
			(id) => {
				const element = document.getElementById(id);
				element?.scrollIntoView();
				const { x, y } = element?.getBoundingClientRect() ?? { x: 0, y: 0 };
				return { x, y };
			},
			host === "localhost" ? "same" : "other",
		);
		await pause(300);
		const inside = await placeOf(frame, words);
		await page.mouse.move(box.x + inside.x - 2, box.y + inside.y);
		await page.mouse.move(box.x + inside.x, box.y + inside.y);

		await until(() => isCardOpen(frame), "the card opens inside the frame");
		// The focus is still in the page around the frame, and so is the key.
		await page.keyboard.press("Escape");
		await until(async () => !(await isCardOpen(frame)), "Escape closes it");
	});

	it("too small to hold text are left alone", async () => {
		await open("frames.html");
		await until(
			async () => (await underlined(await frameOf("strict-csp.html"))).length > 0,
			"the first frame is underlined",
		);

		const tiny = page.frames().filter((frame) => frame.url().includes("strict-csp.html"))[1];

		expect(tiny && (await underlined(tiny))).toEqual([]);
	});
});

describe("a page in XHTML", () => {
	it("is read as the same page in HTML", async () => {
		await open("xhtml.xhtml");

		await untilUnderlined(page, ["lip twitching"]);
	});
});

describe("text that is typed, code or hidden", () => {
	it("is never underlined", async () => {
		await open("unread.html");

		await untilUnderlined(page, ["muscle atrophy"]);
		await pause(500);

		expect(await underlined(page)).toEqual(["muscle atrophy"]);
	});

	it("is underlined once it is shown", async () => {
		await open("unread.html");
		await untilUnderlined(page, ["muscle atrophy"]);

		await page.evaluate(() => {
			document.getElementById("gone")?.classList.remove("gone");
			document.getElementById("folded")?.setAttribute("open", "");
		});

		await untilUnderlined(page, ["muscle atrophy", "muscle atrophy", "muscle atrophy"]);
	});

	it("loses its underline when it is opened for editing", async () => {
		await open("unread.html");
		await untilUnderlined(page, ["muscle atrophy"]);

		await page.evaluate(() => document.getElementById("read")?.setAttribute("contenteditable", "true"));

		await untilUnderlined(page, []);
	});
});

describe("a page that changes", () => {
	const change = (name: string, text = "") =>
		page.evaluate(
			(method, words) =>
				(window as unknown as { change: Record<string, (text: string) => void> }).change[method]?.(words),
			name,
			text,
		);

	it("has new text underlined and removed text dropped", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);

		await change("add", "Then double vision began.");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor", "double vision"]);
		await change("remove");

		await untilUnderlined(page, ["hand tremor", "double vision"]);
	});

	it("has edited text read anew, and text that grows within a line read as one line", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);

		await change("edit", "Now it is muscle ");
		await untilUnderlined(page, ["hand tremor"]);
		await change("addInline", "atrophy");

		await untilUnderlined(page, ["muscle atrophy", "hand tremor"]);
	});

	it("is followed through navigation inside the page", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);

		await change("navigate", "This view is about double vision.");

		await untilUnderlined(page, ["double vision"]);
	});

	it("is read inside open shadow roots, and cards open there", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);
		await change("shadow", "In the shadow: slurred speech");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor", "slurred speech"]);

		await hover(page, "slurred speech");

		await until(async () => (await cardText(page))?.startsWith("Slurred speech"), "the card opens");
	});

	it("keeps a card open while the text beside its term changes", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);
		await change("count");
		await hover(page, "hand tremor");
		await until(() => isCardOpen(page), "the card opens");

		const { x, y } = await placeOf(page, "hand tremor");
		for (let step = 0; step < 10; step++) {
			await page.mouse.move(x + (step % 2), y);
			await pause(100);
		}

		expect(await isCardOpen(page)).toBe(true);
	});

	it("loses the card together with the text of its term", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);
		const { x, y } = await placeOf(page, "eyelid twitching");
		await page.mouse.click(x, y);
		await until(() => isCardOpen(page), "the pinned card opens");

		await change("navigate", "Another view");

		await until(async () => !(await isCardOpen(page)), "the card closes");
	});

	it("opens cards although something scrolls by itself elsewhere", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);
		await change("tick");

		await hover(page, "hand tremor");

		await until(() => isCardOpen(page), "the card opens");
	});

	it("is read again when it turns out to be about health", async () => {
		await open("novel.html");
		await pause(500);
		expect(await underlined(page)).toEqual([]);

		await page.evaluate(() => {
			const advice = document.createElement("p");
			advice.textContent =
				"The doctor asked about symptoms, treatment and medication. The patient had blood tests, a diagnosis and a " +
				"prescription from the clinic. The hospital offers therapy, and a nurse explains each disease to patients. ";
			advice.textContent = advice.textContent.repeat(5);
			document.body.append(advice);
		});

		await untilUnderlined(page, ["tremor"]);
	});

	it("is read to its end although one block holds 150,000 others", async () => {
		await open("changing.html");
		await page.evaluate(() => {
			const list = document.createElement("div");
			list.hidden = true;
			for (let line = 0; line < 150_000; line++) list.append(document.createElement("p"));
			const last = document.createElement("p");
			last.textContent = "I have numb toes.";
			document.body.append(list, last);
		});

		// A script in Firefox looks at the page through wrappers, which takes its time.
		await until(async () => (await underlined(page)).includes("numb toes"), "the last line is underlined");
	});

	it("is underlined in bounded time although it changes all the time", async () => {
		await open("changing.html");
		await untilUnderlined(page, ["eyelid twitching", "hand tremor"]);
		await page.evaluate(() => {
			const spot = document.createElement("p");
			document.body.append(spot);
			let count = 0;
			const tick = () => {
				spot.textContent = `frame ${count++}`;
				requestAnimationFrame(tick);
			};
			tick();
		});

		await change("add", "At last double vision.");

		await untilUnderlined(page, ["eyelid twitching", "hand tremor", "double vision"]);
	});
});
