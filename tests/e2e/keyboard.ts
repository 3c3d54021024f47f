import type { Frame, Page } from "puppeteer-core";
import { type TestBrowser, until } from "./test-browser";

/** Where the keyboard is: the name and kind of what has the focus, and whether the reader sees that it has. */
export interface Stop {
	name: string;
	tag: string;
	isVisible: boolean;
}

/** More stops than any way through a surface has; one that needs more is a trap. */
const MOST_STOPS = 150;

/** What has the focus in a document; undefined if nothing of it has. */
export function stopIn(where: Page | Frame): Promise<Stop | undefined> {
	return where.evaluate(() => {
		const focused = document.activeElement;
		if (!(focused instanceof HTMLElement) || focused === document.body || !document.hasFocus()) return undefined;
		const labels = (focused as HTMLInputElement).labels ?? [];
		const labelledBy = (focused.getAttribute("aria-labelledby") ?? "")
			.split(" ")
			.map((id) => document.getElementById(id)?.textContent ?? "")
			.join(" ");
		const [first] = labels;
		// Of a label around a field only its own words are the name.
		const label = [...(first?.childNodes ?? [])]
			.filter((node) => node.nodeType === Node.TEXT_NODE || (node as Element).tagName === "SPAN")
			.map(({ textContent }) => textContent)
			.join("");
		const name = [focused.ariaLabel, labelledBy, label, focused.textContent]
			.map((words) => words?.trim())
			.find(Boolean);
		const { outlineStyle, outlineWidth } = getComputedStyle(focused);
		return {
			name: name ?? "",
			tag: focused.tagName.toLowerCase(),
			isVisible: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1,
		};
	});
}

/**
 * Presses Tab until the control of this name has the focus, and returns the names of all stops on the way. Fails where a
 * stop has no name or does not show that it has the focus, and where the control is never reached.
 */
export async function tabTo(
	page: Page,
	name: string | RegExp,
	{ where = page, backwards = false }: { where?: Page | Frame; backwards?: boolean } = {},
): Promise<string[]> {
	const passed: string[] = [];
	for (let press = 0; press < MOST_STOPS; press++) {
		if (backwards) await page.keyboard.down("Shift");
		await page.keyboard.press("Tab");
		if (backwards) await page.keyboard.up("Shift");
		const stop = await stopIn(where);
		if (!stop) continue;
		if (!stop.isVisible) throw new Error(`“${stop.name}” (${stop.tag}) does not show that it has the focus`);
		if (stop.name === "") throw new Error(`a ${stop.tag} after “${passed.at(-1)}” has no name`);
		passed.push(stop.name);
		if (typeof name === "string" ? stop.name === name : name.test(stop.name)) return passed;
	}
	throw new Error(`“${name}” is not reached; passed: ${[...new Set(passed)].join(", ")}`);
}

/** Goes to a section of the library page by its link, which stands before what has the focus. */
export async function goToSection(page: Page, title: string): Promise<void> {
	await tabTo(page, title, { backwards: true });
	await openFocusedSection(page, title);
}

/** Presses Enter on the link of a section, and waits until its heading has come, which takes the focus. */
export async function openFocusedSection(page: Page, title: string): Promise<void> {
	await page.keyboard.press("Enter");
	await until(
		() =>
			page.evaluate(
				(wanted) => document.activeElement?.matches("main > h2") && document.activeElement.textContent === wanted,
				title,
			),
		`the section “${title}” is open`,
	);
}

/** The event that Chromium causes when the reader presses a command's key; no protocol presses a key of the browser itself. */
export async function pressCommand(test: TestBrowser, command: string): Promise<void> {
	const target = await test.browser.waitForTarget((candidate) => candidate.type() === "service_worker");
	await (await target.worker())?.evaluate(async (name) => {
		interface Extension {
			commands: { onCommand: { dispatch: (command: string, tab: unknown) => void } };
			tabs: { query: (query: object) => Promise<unknown[]> };
		}
		const { commands, tabs } = (globalThis as unknown as { chrome: Extension }).chrome;
		const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
		commands.onCommand.dispatch(name, tab);
	}, command);
}
