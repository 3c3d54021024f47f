// Long because every end-to-end test has its browser, and the reader's hands and eyes in it, from here.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser, type Frame, type Page } from "puppeteer-core";
import { SETTLE_MS } from "../../lib/press-guard";
import { ensureBrowser } from "../../scripts/find-browser.mjs";
import { openRequestLog } from "./request-log";
import { INSECURE_HOST } from "./serve-pages";
import type { Sinkhole } from "./sinkhole";

export type BrowserKind = "chromium" | "firefox";

/** Which browser this run tests; set by the test script. */
export const browserKind: BrowserKind = process.env.E2E_BROWSER === "firefox" ? "firefox" : "chromium";

const GECKO_ID = "symptom-lens@symptomlens.example";
const FIREFOX_UUID = "7b0f6f5a-6c40-4a57-8f5e-3d1c2f8e9a10";
export const outputFolder = join(import.meta.dirname, "../../.output");
const shotFolder = join(import.meta.dirname, "../../test-results/screenshots");

/** The extension in a real browser with a fresh profile. */
export interface TestBrowser {
	browser: Browser;
	sinkhole: Sinkhole;
	/** Errors and warnings that our own pages and scripts wrote to a console. */
	consoleErrors: string[];
	/** Address of one of the extension's own pages. */
	extensionUrl: (path: string) => string;
	newPage: (size?: { width: number; height: number }) => Promise<Page>;
	/** The real toolbar popup over a page, opened as the toolbar button opens it. Chromium only. */
	openPopup: (over: Page) => Promise<Page>;
	/** Installs the extension into a browser that was started with `isInstalledLate`. */
	install: () => Promise<void>;
	/** An extension page in a tab that is not in front, so that the page in front stays the active tab. */
	openBehind: (path: string) => Promise<Page>;
	/** Ends the browser. Rejects if anything of ours wrote an error that no test took out, or asked for anything outside. */
	close: () => Promise<void>;
	/** Ends the browser as a power failure would. */
	kill: () => Promise<void>;
}

/** Starts the browser under test with the built extension. */
export async function startBrowser(options: StartOptions = {}): Promise<TestBrowser> {
	const log = await openRequestLog(browserKind, options.visitsOthers);
	const { sinkhole } = log;
	const browser = await (browserKind === "firefox"
		? launchFirefox(sinkhole, options)
		: launchChromium(sinkhole, options));
	let origin = "";
	const install = async () => {
		const id = await browser.installExtension(
			join(options.outputFolder ?? outputFolder, `${browserKind === "firefox" ? "firefox" : "chrome"}-mv3`),
		);
		origin = browserKind === "firefox" ? `moz-extension://${FIREFOX_UUID}` : `chrome-extension://${id}`;
		if (options.keepsWelcome) return;
		// Later it could be taken for a tab that a test has opened. That it comes at all is the welcome's own test.
		const welcome = await findWelcome(browser).catch(() => undefined);
		await welcome?.close();
	};
	if (!options.isInstalledLate) await install();
	const consoleErrors: string[] = [];
	const watch = (page: Page) => {
		log.watch(page);
		page.on("console", (message) => {
			const { url } = message.location();
			// Pages look for other extensions under addresses that the browser then calls invalid.
			if (url === "chrome-extension://invalid/") return;
			const isOurs =
				url?.includes("-extension://") || message.stackTrace().some(({ url }) => url?.includes("-extension://"));
			if (isOurs && ["error", "warn"].includes(message.type())) {
				consoleErrors.push(`${message.text()} (${url ?? "no address"})`);
			}
		});
		page.on("pageerror", (error) => {
			const description = error instanceof Error ? `${error.message} ${error.stack}` : String(error);
			if (description.includes("-extension://")) consoleErrors.push(description);
		});
		return page;
	};
	return {
		browser,
		sinkhole,
		consoleErrors,
		install,
		openPopup: async (over) => {
			const [extension] = (await browser.extensions()).values();
			await over.bringToFront();
			await extension?.triggerAction(over);
			const target = await browser.waitForTarget((candidate) => candidate.url().endsWith("/popup.html"));
			return watch(await target.asPage());
		},
		extensionUrl: (path) => `${origin}/${path}`,
		newPage: async (size = { width: 1280, height: 800 }) => {
			const page = watch(await browser.newPage());
			await page.setViewport(size);
			return page;
		},
		openBehind: async (path) => {
			const page = watch(await browser.newPage({ background: true }));
			if (path === "popup.html") await page.setViewport({ width: 400, height: 560 });
			// Firefox never reports that an extension page has loaded, so the page itself is asked.
			void page.goto(`${origin}/${path}`).catch(() => undefined);
			await until(
				() =>
					page
						.evaluate(() => document.readyState === "complete" && document.body.innerText !== "")
						.then(async (isShown) => isShown && (!/^library\.html(?:#|$)/.test(path) || (await showsSection(page))))
						.catch(() => false),
				`${path} is shown`,
			);
			return page;
		},
		close: async () => {
			await browser.close();
			log.close();
			if (consoleErrors.length > 0) throw new Error(`Errors in the console:\n${consoleErrors.join("\n")}`);
		},
		kill: async () => {
			const main = browser.process();
			const ended = new Promise((resolve) => main?.once("exit", resolve));
			main?.kill("SIGKILL");
			await ended;
			log.close();
		},
	};
}

interface StartOptions {
	/** Where another build of the extension lies. */
	outputFolder?: string;
	isDark?: boolean;
	/** Colours are those of the system, as in the high contrast of Windows. */
	forcesColours?: boolean;
	/** Starts without the extension, as a browser in which pages are open already. */
	isInstalledLate?: boolean;
	/** Leaves the tab open that welcomes a reader. */
	keepsWelcome?: boolean;
	/** A folder for the profile, which then outlives the browser. */
	profileFolder?: string;
	/** All that the pages of a browser may store, in kilobytes; an origin gets a fifth of it. Firefox only. */
	storageLimit?: number;
	/** More switches; each wins over one of the same name that every test has. Chromium only. */
	switches?: string[];
	/** It visits saved pages of others, which ask for things of their own. */
	visitsOthers?: boolean;
	/** A page that was left is gone, not kept for the way back: it would be measured too. Chromium only. */
	forgetsLeftPages?: boolean;
}

function launchChromium(
	sinkhole: Sinkhole,
	{ isDark, forcesColours, profileFolder, forgetsLeftPages, switches = [] }: StartOptions,
) {
	return puppeteer.launch({
		executablePath: ensureBrowser("chromium"),
		...(profileFolder && { userDataDir: profileFolder }),
		pipe: true,
		enableExtensions: true,
		timeout: 60_000,
		args: [
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
			...(isDark ? ["--blink-settings=preferredColorScheme=0"] : []),
			...(forcesColours ? ["--blink-settings=inForcedColors=true"] : []),
			...(forgetsLeftPages ? ["--disable-features=BackForwardCache"] : []),
			`--proxy-server=127.0.0.1:${sinkhole.port}`,
			`--proxy-bypass-list=localhost;127.0.0.1;${INSECURE_HOST}`,
			`--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`,
			"--disable-background-networking",
			"--disable-component-update",
			"--no-first-run",
			// Debian's default, wanted everywhere: a card on a page is a third party there.
			"--test-third-party-cookie-phaseout",
			...switches,
		],
	});
}

function launchFirefox(sinkhole: Sinkhole, { isDark, forcesColours, profileFolder, storageLimit }: StartOptions) {
	return puppeteer.launch({
		browser: "firefox",
		executablePath: ensureBrowser("firefox"),
		...(profileFolder && { userDataDir: profileFolder }),
		headless: true,
		timeout: 60_000,
		// Without it, extension pages cannot be driven.
		args: ["--remote-allow-system-access"],
		extraPrefsFirefox: {
			"extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
			"network.proxy.type": 1,
			"network.proxy.http": "127.0.0.1",
			"network.proxy.http_port": sinkhole.port,
			"network.proxy.ssl": "127.0.0.1",
			"network.proxy.ssl_port": sinkhole.port,
			"network.proxy.no_proxies_on": `localhost,127.0.0.1,${INSECURE_HOST}`,
			"network.dns.localDomains": INSECURE_HOST,
			// An extension that is installed for one session loses its storage with it.
			...(profileFolder && { "extensions.webextensions.keepStorageOnUninstall": true }),
			...(storageLimit && { "dom.quotaManager.temporaryStorage.fixedLimit": storageLimit }),
			...(forcesColours && { "browser.display.document_color_use": 2 }),
			...(isDark && { "layout.css.prefers-color-scheme.content-override": 0 }),
		},
	});
}

/** The tab that welcomes a reader after the installation. */
export function findWelcome(browser: Browser): Promise<Page> {
	return until(async () => {
		for (const page of await browser.pages()) {
			// Firefox names the address of an extension page only from inside.
			const address = await page.evaluate(() => location.href).catch(() => "");
			if (address.endsWith("/welcome.html")) return page;
		}
		return undefined;
	}, "the reader is welcomed");
}

/** The frame of an open or waiting card on the page, or undefined. Firefox names its address only from inside. */
export async function findCardFrame(page: Page): Promise<Frame | undefined> {
	for (const frame of page.frames()) {
		const address = await frame.evaluate(() => location.href).catch(() => "");
		if (address.includes("-extension://")) return frame;
	}
	return undefined;
}

/** The visible text of the open card; undefined while none is open, and until its text has been drawn. */
export async function cardText(page: Page): Promise<string | undefined> {
	const frame = await findCardFrame(page);
	if (!frame || !(await isCardOpen(page))) return undefined;
	return frame.evaluate(() => document.body.innerText.trim() || undefined).catch(() => undefined);
}

/** True while a card is on show, as far as the page itself can see. */
export async function isCardOpen(page: Page | Frame): Promise<boolean> {
	return page.evaluate(() => document.querySelector(":popover-open") !== null);
}

/** Centre of the first place, in the page or one frame of it, where these words stand. */
export async function placeOf(frame: Page | Frame, words: string): Promise<{ x: number; y: number }> {
	const place = await frame.evaluate((wanted) => {
		const roots: Node[] = [document.body];
		for (const element of document.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
		for (const root of roots) {
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
				const at = node.data.indexOf(wanted);
				if (at < 0) continue;
				const range = document.createRange();
				range.setStart(node, at);
				range.setEnd(node, at + wanted.length);
				node.parentElement?.scrollIntoView({ block: "nearest" });
				const [box] = range.getClientRects();
				if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
			}
		}
		return undefined;
	}, words);
	if (!place) throw new Error(`"${words}" is not on the page`);
	return place;
}

/** Rests the pointer on words of the page. */
export async function hover(page: Page, words: string): Promise<void> {
	const { x, y } = await placeOf(page, words);
	await page.mouse.move(x - 3, y);
	await page.mouse.move(x, y, { steps: 3 });
}

/** Presses a control of the open card with the real pointer. */
export async function pressInCard(page: Page, label: string): Promise<void> {
	// A card that is still filling moves its controls from under the pointer.
	let before: string | undefined;
	const inside = await until(async () => {
		const place = await controlInCard(page, label);
		const isAtRest = JSON.stringify(place) === before;
		before = JSON.stringify(place);
		return isAtRest && place;
	}, `the card has a control "${label}" that keeps its place`);
	const host = await page.evaluate(() => {
		const { x, y } = document.querySelector(":popover-open")?.getBoundingClientRect() ?? { x: 0, y: 0 };
		return { x, y };
	});
	await page.mouse.move(host.x + inside.x, host.y + inside.y, { steps: 2 });
	// A press that keeps something has to come from somebody who sees the card and has aimed.
	if (inside.keeps) await pause(SETTLE_MS + 100);
	await page.mouse.click(host.x + inside.x, host.y + inside.y);
}

/** The middle of a control of the open card, in pixels of its frame. */
async function controlInCard(page: Page, label: string): Promise<{ x: number; y: number; keeps: boolean } | undefined> {
	const frame = await findCardFrame(page);
	return frame?.evaluate((wanted) => {
		// Cards lie over one another; only the uppermost is on show.
		const control = [...document.querySelectorAll<HTMLElement>("button, summary, a, label")].find(
			(candidate) =>
				candidate.checkVisibility() &&
				[candidate.textContent, candidate.ariaLabel].some((name) => name?.trim() === wanted),
		);
		control?.scrollIntoView({ block: "center" });
		const box = control?.getBoundingClientRect();
		const keeps = control?.matches("[data-keeps]") ?? false;
		return box && { x: box.x + box.width / 2, y: box.y + box.height / 2, keeps };
	}, label);
}

/**
 * Waits until a question has an answer that counts: not undefined, not false. Polls, because pages tell nobody. The bound
 * ends what hangs; how fast things are is for the benchmarks to tell.
 */
export async function until<T>(ask: () => Promise<T | undefined | false>, what: string, boundMs = 60_000): Promise<T> {
	const end = Date.now() + boundMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > end) throw new Error(`waited ${boundMs} ms in vain: ${what}`);
		await pause(50);
	}
}

export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Keeps a picture of the page for people to look at. */
export async function takeShot(page: Page, name: string): Promise<void> {
	mkdirSync(shotFolder, { recursive: true });
	// A tab behind another one paints nothing, and Chromium waits for it without end.
	await page.bringToFront();
	// A frame of another process is drawn a moment after its content has changed.
	await pause(200);
	await page.screenshot({ path: join(shotFolder, `${browserKind}-${name}.png`) });
}

/** The words underlined in a page or frame, in the order they were found; with `denied`, those underlined faintly. */
export async function underlined(frame: Page | Frame, kind: "present" | "denied" = "present"): Promise<string[]> {
	return frame.evaluate(
		(name) =>
			[...(CSS.highlights.get(name) ?? [])].flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
				// For a moment after the page changed its text, a static range may point behind its end.
				if (startOffset > (startContainer as Text).length || endOffset > (endContainer as Text).length) return [];
				const live = document.createRange();
				live.setStart(startContainer, startOffset);
				live.setEnd(endContainer, endOffset);
				return live.toString();
			}),
		`symptom-${kind}`,
	);
}

/** Goes to a page that names symptoms; returns when they are underlined. */
export async function openUnderlined(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await until(async () => (await underlined(page)).length > 0, "terms are underlined");
}

/** Goes to a section of the library page as its link does. */
export async function openSection(library: Page, name: string): Promise<void> {
	await until(
		() =>
			library.evaluate((section) => {
				const link = document.querySelector<HTMLElement>(`.section-nav a[href="#${section}"]`);
				link?.click();
				return link !== null && link.ariaCurrent === "page";
			}, name),
		`the section “${name}” is open`,
	);
	await until(() => showsSection(library), `the section “${name}” shows what it holds`);
}

/** Whether a section of the library has come: its file is read when it is opened, and then what it shows. */
function showsSection(library: Page): Promise<boolean> {
	return library.evaluate(() => document.querySelector("main > h2 + *") !== null);
}

/** The visible text of an extension page. */
export async function textOf(page: Page): Promise<string> {
	return page.evaluate(() => document.body.innerText);
}

/** Presses the first control of an extension page that has this name. */
export async function press(page: Page, name: string): Promise<void> {
	await until(
		() =>
			page.evaluate((wanted) => {
				const controls = [
					...document.querySelectorAll<HTMLElement>("button, summary, a"),
					...document.querySelectorAll<HTMLElement>("label"),
				];
				const control = controls.find((candidate) =>
					[candidate.textContent, candidate.ariaLabel, candidate.firstElementChild?.textContent].some(
						(label) => label?.trim() === wanted,
					),
				);
				control?.click();
				return control !== undefined;
			}, name),
		`there is a control "${name}"`,
	);
}

/** The words of what has the focus; empty where nothing has it. */
export async function focusedText(page: Page): Promise<string> {
	return page.evaluate(() =>
		document.activeElement === document.body ? "" : (document.activeElement?.textContent ?? "").trim(),
	);
}

/** Types into a field as a person does; what stood there before goes. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
	await until(async () => (await page.$(selector)) !== null, `there is a field ${selector}`);
	await page.focus(selector);
	await page.evaluate((wanted) => document.querySelector<HTMLInputElement>(wanted)?.select(), selector);
	await page.keyboard.type(text);
}

/** Chooses an option of a labelled select, named with its count or without. */
export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
	await until(
		() =>
			page.evaluate(
				(wantedLabel, wantedOption) => {
					const labels = [...document.querySelectorAll("label")].filter((each) => each.checkVisibility());
					const select = labels.find(({ textContent }) => textContent === wantedLabel)?.control;
					if (!(select instanceof HTMLSelectElement)) return false;
					const found = [...select.options].find(({ text }) =>
						[text, text.replace(/ \([\d,]+\)$/, "")].includes(wantedOption),
					);
					if (!found) return false;
					select.value = found.value;
					return select.dispatchEvent(new Event("change", { bubbles: true }));
				},
				label,
				option,
			),
		`“${label}” has “${option}”`,
	);
}
