// Long because each fault brings its page along.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { servePages } from "./serve-pages";
import {
	browserKind,
	cardText,
	hover,
	isCardOpen,
	outputFolder,
	pause,
	placeOf,
	press,
	pressInCard,
	startBrowser,
	type TestBrowser,
	textOf,
	typeInto,
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

const untilUnderlined = (words: string) =>
	until(async () => (await underlined(page)).includes(words), `“${words}” is underlined`);
const open = async (path: string, words: string) => {
	page = await test.newPage();
	await page.goto(`${server.origin}/${path}`);
	await untilUnderlined(words);
};
const openCard = async (words: string) => {
	await hover(page, words);
	await until(async () => (await cardText(page))?.includes("What it is"), "the card explains");
};
const pin = async (words: string) => {
	const { x, y } = await placeOf(page, words);
	await page.mouse.click(x, y);
	await until(() => isCardOpen(page), "the pinned card opens");
};
const countHosts = () => page.evaluate(() => document.querySelectorAll("[popover]").length);

/** How far the open card stands from these words, sideways or up and down, and whether it is whole in the window. */
const cardBeside = async (words: string) => {
	const { x, y } = await placeOf(page, words);
	return page.evaluate(
		(at) => {
			const box = (document.querySelector(":popover-open") as Element).getBoundingClientRect();
			const isInside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
			const gap = Math.max(box.left - at.x, at.x - box.right, box.top - at.y, at.y - box.bottom);
			return { isInside, gap };
		},
		{ x, y },
	);
};

describe("a page that has its own way with us", () => {
	it("throws the card out as soon as it comes: no fight begins, and the next card opens when the page has stopped", async () => {
		await open("practice.html", "lip twitching");
		await page.evaluate(() => {
			const scope = window as unknown as { thrown: number; guard: MutationObserver };
			scope.thrown = 0;
			scope.guard = new MutationObserver(() => {
				for (const host of document.querySelectorAll("[popover]")) {
					host.remove();
					scope.thrown++;
				}
			});
			scope.guard.observe(document.documentElement, { childList: true });
		});
		await hover(page, "lip twitching");
		await pause(2_000);
		const thrown = await page.evaluate(() => {
			const scope = window as unknown as { thrown: number; guard: MutationObserver };
			scope.guard.disconnect();
			return scope.thrown;
		});
		// Once as the card is made ready, once as it opens.
		expect(thrown).toBeGreaterThan(0);
		expect(thrown).toBeLessThanOrEqual(2);

		await page.mouse.move(5, 5);
		await pause(600);
		await openCard("fasciculation");
	});

	it("makes up events that the window has lost the focus: cards open all the same", async () => {
		await open("practice.html", "lip twitching");
		await page.evaluate(() => setInterval(() => dispatchEvent(new Event("blur")), 50));

		await openCard("lip twitching");
	});

	it("clears our underlines: they are not put back against its will", async () => {
		await open("practice.html", "lip twitching");

		await page.evaluate(() => CSS.highlights.clear());
		await pause(1_000);

		expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
	});

	it("replaces the browser's own objects with its own: the lens has others", async () => {
		page = await test.newPage();
		await page.evaluateOnNewDocument(() => {
			// It runs in the card's frame as well, which no page can reach.
			if (!location.protocol.startsWith("http")) return;
			const broken = () => {
				throw new Error("the page has replaced this");
			};
			for (const name of ["Map", "WeakMap", "StaticRange", "Highlight", "MessageChannel", "requestIdleCallback"]) {
				Object.assign(window, { [name]: broken });
			}
			JSON.parse = broken;
			Document.prototype.createElement = broken;
			Element.prototype.attachShadow = broken;
			CSSStyleSheet.prototype.replaceSync = broken;
		});
		await page.goto(`${server.origin}/practice.html`);
		await untilUnderlined("lip twitching");

		await openCard("lip twitching");
	});

	it("has highlights and elements of its own, which stay as they are", async () => {
		page = await test.newPage();
		await page.goto(`${server.origin}/practice.html`);
		await page.evaluate(() => {
			customElements.define("x-card", class extends HTMLElement {});
			document.body.append(document.createElement("x-card"));
			const words = document.createRange();
			words.selectNodeContents(document.querySelector("h1") as Element);
			CSS.highlights.set("symptom", new Highlight(words));
		});
		await untilUnderlined("lip twitching");

		await openCard("lip twitching");

		expect(
			await page.evaluate(() => [
				CSS.highlights.get("symptom")?.size,
				document.querySelector("x-card")?.children.length,
			]),
		).toEqual([1, 0]);
	});

	it("sees no key that is typed into the card", async () => {
		await open("practice.html", "lip twitching");
		await page.evaluate(() => {
			const scope = window as unknown as { keys: string[] };
			scope.keys = [];
			for (const type of ["keydown", "keypress", "keyup", "input", "beforeinput"]) {
				window.addEventListener(type, (event) => scope.keys.push((event as KeyboardEvent).key ?? type), true);
			}
		});
		await openCard("lip twitching");
		await pressInCard(page, "More");
		await pressInCard(page, "Report this mark");

		await page.keyboard.press("Tab");
		await page.keyboard.type("hiv");

		expect(await page.evaluate(() => document.activeElement?.hasAttribute("popover"))).toBe(true);
		expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual([]);
	});
});

describe("a page that is written anew under the lens", () => {
	it("by a translator keeps its new words, without underline and card", async () => {
		await open("changing.html", "hand tremor");
		await pin("hand tremor");

		await page.evaluate(() => {
			for (const line of document.querySelectorAll("p")) {
				const outer = document.createElement("font");
				const inner = document.createElement("font");
				inner.textContent = "Seit Tagen zittern mir die Hände und das Augenlid zuckt immer wieder.";
				outer.append(inner);
				line.replaceChildren(outer);
			}
		});

		await until(async () => (await underlined(page)).length === 0, "the underlines are gone");
		await until(async () => !(await isCardOpen(page)), "the card closes");
		expect(await page.evaluate(() => document.querySelector("p")?.innerHTML)).toBe(
			"<font><font>Seit Tagen zittern mir die Hände und das Augenlid zuckt immer wieder.</font></font>",
		);
	});

	it("word by word under a resting pointer keeps its underlines, opens no card of what is gone, and opens the next", async () => {
		await open("changing.html", "hand tremor");
		await page.evaluate(() => {
			const line = document.querySelector("p:nth-of-type(2)") as Element;
			const write = () => {
				line.textContent = `${line.textContent} And so on.`;
			};
			// Before the card is made ready.
			line.addEventListener("pointerover", () => setTimeout(write, 50), { once: true });
			const scope = window as unknown as { opened: number };
			scope.opened = 0;
			addEventListener("toggle", () => scope.opened++, true);
		});

		await hover(page, "hand tremor");
		await pause(1_000);

		await until(async () => (await underlined(page)).length === 2, "both are underlined");
		expect((await underlined(page)).sort()).toEqual(["eyelid twitching", "hand tremor"]);
		expect(await page.evaluate(() => (window as unknown as { opened: number }).opened)).toBe(0);
		await openCard("eyelid twitching");
	});

	it("by an endless feed has as many underlines as it shows, however much has gone by", async () => {
		await open("changing.html", "hand tremor");

		await page.evaluate(async () => {
			const feed = document.getElementById("feed") as Element;
			for (let batch = 0; batch < 60; batch++) {
				const post = document.createElement("section");
				for (let line = 0; line < 49; line++)
					post.append(Object.assign(document.createElement("p"), { textContent: `Line ${line} of post ${batch}.` }));
				post.append(
					Object.assign(document.createElement("p"), { textContent: "Since then my eyelid twitching is back." }),
				);
				feed.append(post);
				if (feed.children.length > 4) feed.firstElementChild?.remove();
				await new Promise((resolve) => setTimeout(resolve, 30));
			}
		});

		// Both are counted in one step: the last batch may not have been read anew yet.
		const counted = () =>
			page.evaluate(() => {
				const ranges = [...(CSS.highlights.get("symptom-present") ?? [])];
				return { all: ranges.length, shown: ranges.filter((range) => range.startContainer.isConnected).length };
			});
		await until(async () => {
			const { all, shown } = await counted();
			return shown === 5 && all === 5;
		}, "the four posts and the line before them are underlined, and nothing that has gone by");
	});

	it("by React, which takes over what a server has written, finds it as it was written", async () => {
		const folder = mkdtempSync(join(tmpdir(), "lens-hydration-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		writeFileSync(join(folder, "hydrated.html"), hydratedPage());
		const hydrated = await servePages(folder);
		onTestFinished(() => hydrated.close());
		page = await test.newPage();
		await page.goto(`${hydrated.origin}/hydrated.html`);
		await untilUnderlined("lip twitching");
		await openCard("lip twitching");
		await page.mouse.move(5, 5);

		await page.evaluate(() => (window as unknown as { hydrate: () => void }).hydrate());
		await until(() => page.evaluate(() => document.querySelector("[data-done]") !== null), "React has taken over");

		expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
		await untilUnderlined("lip twitching");
	});

	it("by the way back in the history is read again where it stood, and its cards open", async () => {
		page = await test.newPage();
		await page.evaluateOnNewDocument(() => {
			window.addEventListener("pageshow", ({ persisted }) => {
				(window as unknown as { wasKept: boolean }).wasKept = persisted;
			});
		});
		await page.goto(`${server.origin}/practice.html`);
		await untilUnderlined("lip twitching");
		await page.goto(`${server.origin}/changing.html`);
		await untilUnderlined("hand tremor");

		await page.evaluate(() => history.back());
		await until(
			() => page.evaluate(() => location.pathname === "/practice.html").catch(() => false),
			"the first page is back",
		);
		await untilUnderlined("lip twitching");

		expect(await page.evaluate(() => (window as unknown as { wasKept: boolean }).wasKept)).toBe(true);
		await openCard("lip twitching");
	});
});

/** A page as a server renders it with React, whose scripts wait for `hydrate()`. */
function hydratedPage(): string {
	const require = createRequire(import.meta.url);
	const source = (name: string, file: string) =>
		readFileSync(join(require.resolve(`${name}/package.json`), "..", "cjs", file), "utf8").replaceAll(
			"</script",
			"<\\/script",
		);
	const text = "For a week I have had lip twitching. I read about fasciculation and muscle atrophy.";
	const modules = {
		react: source("react", "react.production.js"),
		scheduler: source("scheduler", "scheduler.production.js"),
		"react-dom": source("react-dom", "react-dom.production.js"),
		"react-dom/client": source("react-dom", "react-dom-client.production.js"),
	};
	const defined = Object.entries(modules).map(
		([name, code]) => `define(${JSON.stringify(name)}, function (require, exports, module) {${code}\n});`,
	);
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Rendered on a server</title>
<body><div id="root">${renderToString(createElement("main", null, createElement("p", null, text)))}</div><script>
const made = {}, makers = {}, errors = [];
globalThis.process = { env: { NODE_ENV: "production" } };
const define = (name, make) => { makers[name] = make; };
const require = (name) => {
	if (!made[name]) { made[name] = { exports: {} }; makers[name](require, made[name].exports, made[name]); }
	return made[name].exports;
};
${defined.join("\n")}
window.hydrate = () => {
	const { createElement, useEffect } = require("react");
	const App = () => {
		useEffect(() => { document.body.setAttribute("data-done", ""); });
		return createElement("main", null, createElement("p", null, ${JSON.stringify(text)}));
	};
	require("react-dom/client").hydrateRoot(document.getElementById("root"), createElement(App), {
		onRecoverableError: (error) => errors.push(String(error)),
	});
};
window.errors = errors;
</script></body></html>`;
}

describe("a page that is drawn otherwise", () => {
	it.each([
		["zooms itself to one and a half", "body { zoom: 1.5 }"],
		["zooms itself to a half", "html { zoom: 0.5 }"],
		["turns and enlarges its text", "body { transform: scale(1.3) translate(20px, 30px); transform-origin: 0 0 }"],
		["keeps a transform on the root of all", "html { transform: translateZ(0) scale(0.9) }"],
	])("because it %s has the card beside the word, whole in the window", async (_, content) => {
		await open("practice.html", "lip twitching");
		await page.addStyleTag({ content });

		await openCard("lip twitching");

		const { isInside, gap } = await cardBeside("lip twitching");
		expect(isInside).toBe(true);
		// Half a line and the space to the card: the gap is measured from the middle of the word.
		expect(gap).toBeGreaterThan(0);
		expect(gap).toBeLessThan(60);
	});

	it("because it fills the screen has the card above what fills it", async () => {
		await open("practice.html", "lip twitching");
		await page.evaluate(() => {
			const all = document.createElement("main");
			all.append(...document.body.childNodes);
			document.body.append(all);
			all.style.background = "white";
			all.addEventListener("click", () => void all.requestFullscreen(), { once: true });
		});
		await page.mouse.click(5, 5);
		await page.evaluate(() => document.querySelector("main")?.click());
		await until(() => page.evaluate(() => document.fullscreenElement !== null), "it fills the screen");
		await untilUnderlined("lip twitching");

		await openCard("lip twitching");

		// What is inert or lies under something else is not found there.
		const isInReach = await page.evaluate(() => {
			const host = document.querySelector(":popover-open") as Element;
			const { left, top, width, height } = host.getBoundingClientRect();
			return document.elementFromPoint(left + width / 2, top + height / 2) === host;
		});
		expect(isInReach).toBe(true);
	});

	it("because it scrolls inside has the card follow its word", async () => {
		await open("practice.html", "lip twitching");
		await page.evaluate(() => {
			const box = document.createElement("main");
			box.append(...document.body.childNodes);
			box.style.cssText = "height: 500px; overflow: auto";
			const space = document.createElement("div");
			space.style.height = "3000px";
			box.append(space);
			document.body.append(box);
		});
		await untilUnderlined("lip twitching");
		await pin("lip twitching");
		const topOf = () => page.evaluate(() => document.querySelector(":popover-open")?.getBoundingClientRect().top);
		const before = (await topOf()) ?? 0;

		await page.evaluate(() => document.querySelector("main")?.scrollBy(0, 40));

		await until(async () => Math.abs(before - 40 - ((await topOf()) ?? 0)) < 2, "the card has moved with its word");
	});
});

describe("the lens", () => {
	// Only Chromium's driver lets a test print.
	it.runIf(browserKind === "chromium")("prints no underline", async () => {
		await open("practice.html", "lip twitching");
		const drawn = () =>
			page.evaluate(() => {
				const { textDecorationLine, backgroundColor } = getComputedStyle(document.body, "::highlight(symptom-present)");
				return [textDecorationLine, backgroundColor];
			});
		expect(await drawn()).toContain("underline");

		await page.emulateMediaType("print");

		expect(await drawn()).toEqual(["none", "rgba(0, 0, 0, 0)"]);
		await page.emulateMediaType("screen");
	});

	// Only Chromium lets a test run a script among the extension's own.
	it.runIf(browserKind === "chromium")("that is put into a page twice works once", async () => {
		page = await test.newPage();
		const session = await page.createCDPSession();
		const contexts: number[] = [];
		session.on("Runtime.executionContextCreated", ({ context }) => {
			if (context.auxData?.type === "isolated" && context.name === "Symptom Lens") contexts.push(context.id);
		});
		await session.send("Runtime.enable");
		await page.goto(`${server.origin}/practice.html`);
		await untilUnderlined("lip twitching");
		const before = (await underlined(page)).length;

		const script = readFileSync(join(outputFolder, "chrome-mv3/content-scripts/content.js"), "utf8");
		const { exceptionDetails } = await session.send("Runtime.evaluate", {
			expression: script,
			contextId: contexts.at(-1) as number,
		});
		expect(exceptionDetails).toBeUndefined();
		await pause(1_500);
		await openCard("lip twitching");

		expect((await underlined(page)).length).toBe(before);
		expect(await countHosts()).toBe(1);
	});

	it("finds symptoms in the popup although no background answers", async () => {
		page = await test.openBehind("popup.html");
		await page.evaluate(() => {
			const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } }).chrome;
			runtime.sendMessage = () => new Promise(() => undefined);
		});

		await typeInto(page, "#query", "fasiculation");

		await until(async () => (await textOf(page)).includes("Muscle twitching"), "the symptom is found");
		await press(page, "Muscle twitching");
		await until(async () => (await textOf(page)).includes("What it is"), "it is explained");
	});

	// Only Chromium lets a test press the toolbar button over a page.
	it.runIf(browserKind === "chromium")("says on a PDF that it cannot run there, and not to load it again", async () => {
		const folder = mkdtempSync(join(tmpdir(), "lens-pdf-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		page = await test.newPage();
		await page.goto(`${server.origin}/practice.html`);
		await page.pdf({ path: join(folder, "letter.pdf") });
		const letters = await servePages(folder);
		onTestFinished(() => letters.close());
		await page.goto(`${letters.origin}/letter.pdf`).catch(() => undefined);

		const popup = await test.openPopup(page);

		await until(
			async () => (await textOf(popup)).includes("Symptom Lens cannot run on this kind of page."),
			"the popup says so",
		);
	});
});
