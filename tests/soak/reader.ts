import type { Page } from "puppeteer-core";
import { findCardFrame, isCardOpen, pause, pressInCard, until } from "../e2e/test-browser";

/** After a scroll the extension waits until the page rests, 120 ms; a little more. */
const SCROLL_MS = 160;

/** A card that is not there by then will not come: the term may lie under something, in milliseconds. */
const CARD_MS = 4_000;

/** How long a page may take to be read, in milliseconds: the longest has 10 MB. */
const READ_MS = 20_000;

/** A page without terms, and one that changes all the time, are left alone after this long, in milliseconds. */
const QUIET_MS = 600;

/** Presses on Save for one answer, at most. */
const PRESSES = 3;

/** Where a term is. */
interface Place {
	x: number;
	y: number;
}

/** An answer as it can be told again on the list. */
export interface Saved {
	title: string;
	url: string;
}

/** The number of ranges that are underlined on the page. */
export function rangeCount(page: Page): Promise<number> {
	return page.evaluate(() =>
		["symptom-present", "symptom-denied"].reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0),
	);
}

/** Waits until no more words become underlined. Never throws: a page may keep changing. */
export async function untilRead(page: Page): Promise<void> {
	const end = Date.now() + READ_MS;
	for (let before = -1; Date.now() < end; ) {
		const now = await rangeCount(page);
		if (now === before) return;
		before = now;
		await pause(QUIET_MS);
	}
}

/** Rests on terms that are spread over the page, and returns how many of them opened a card; no more than `most` are tried. */
export async function hoverTerms(page: Page, most: number): Promise<number> {
	const terms = await page.evaluate(
		() => [...(CSS.highlights.get("symptom-present") ?? [])].filter((range) => range.startContainer.isConnected).length,
	);
	const tried = Math.min(most, terms);
	let opened = 0;
	for (let number = 0; number < tried; number++) {
		if (await openCard(page, Math.floor((terms * number) / tried))) opened++;
		await leaveCard(page);
	}
	return opened;
}

/** Rests the pointer on the underlined term with this number; true as soon as its card is open. */
export async function openCard(page: Page, number: number): Promise<boolean> {
	if (!(await page.evaluate(placeOfTerm, number))) return false;
	await pause(SCROLL_MS);
	// What scrolled may have moved the text once more.
	const place: Place | undefined = await page.evaluate(placeOfTerm, number);
	if (!place) return false;
	await page.mouse.move(place.x - 2, place.y);
	await page.mouse.move(place.x, place.y, { steps: 2 });
	return until(() => isCardOpen(page), "a card opens", CARD_MS).catch(() => false);
}

/** Takes the pointer off, as far as there is page, and waits until the card is gone. */
export async function leaveCard(page: Page): Promise<void> {
	await page.mouse.move(1, 1, { steps: 2 });
	const isGone = await until(async () => !(await isCardOpen(page)), "the card goes", 3_000).catch(() => false);
	if (!isGone) await page.keyboard.press("Escape");
}

/** Saves the first answer of the open card that is not saved yet, and returns it; undefined if there is none. */
export async function saveInCard(page: Page): Promise<Saved | undefined> {
	const answered = await until(async () => {
		const frame = await findCardFrame(page);
		return frame?.evaluate(() => document.querySelector(".answers[aria-busy=false]") !== null);
	}, "the card has looked for answers").catch(() => false);
	const wanted = answered && (await firstUnsaved(page));
	if (!wanted) return undefined;
	for (let presses = 1; ; presses++) {
		await pressInCard(page, "Save");
		const isKept = async () => (await findCardFrame(page))?.evaluate(isSaved, wanted);
		if (await until(isKept, "it is saved").catch(() => false)) return wanted;
		// The card refuses a press that nobody can have aimed, and says so; a reader presses once more. One that keeps nothing
		// and says nothing is a fault.
		const words = await (await findCardFrame(page))?.evaluate(
			() => document.querySelector("[role=alert]")?.textContent ?? "",
		);
		if (!words) throw new Error(`“${wanted.title}” was not saved, and the card says nothing`);
		console.log(`A press on Save kept nothing; the card said: ${words}`);
		const next = await firstUnsaved(page);
		if (presses === PRESSES || next?.title !== wanted.title || next.url !== wanted.url) return undefined;
	}
}

async function firstUnsaved(page: Page): Promise<Saved | undefined> {
	return (await findCardFrame(page))?.evaluate(() => {
		const button = [...document.querySelectorAll("button")].find(
			(candidate) => candidate.checkVisibility() && candidate.textContent?.trim() === "Save",
		);
		const answer = button?.closest(".answer");
		if (!answer) return undefined;
		return {
			title: answer.querySelector("h3")?.textContent ?? "",
			url: answer.querySelector<HTMLAnchorElement>(".answer-source a")?.href ?? "",
		};
	});
}

function isSaved({ title, url }: Saved): boolean {
	return [...document.querySelectorAll(".answer")].some(
		(answer) =>
			answer.querySelector("h3")?.textContent === title &&
			(answer.querySelector<HTMLAnchorElement>(".answer-source a")?.href ?? "") === url &&
			[...answer.querySelectorAll("button")].some((button) => button.textContent?.trim() === "Saved"),
	);
}

/** Runs in the page: brings a term into view and says where it can be pointed at; undefined if it is covered or not drawn. */
function placeOfTerm(number: number): Place | undefined {
	// Of text that is gone none may be left; whether that is so is measured, and must not stop the reader.
	const fixed = [...(CSS.highlights.get("symptom-present") ?? [])].filter((range) => range.startContainer.isConnected)[
		number
	];
	if (!fixed) return undefined;
	const range = document.createRange();
	try {
		range.setStart(fixed.startContainer, fixed.startOffset);
		range.setEnd(fixed.endContainer, fixed.endOffset);
	} catch {
		// The page has changed its text meanwhile.
		return undefined;
	}
	const parent = fixed.startContainer.parentElement;
	const isInView = (box: DOMRect) => box.top > 40 && box.bottom < innerHeight - 40 && box.left >= 0;
	if (!isInView(range.getBoundingClientRect())) parent?.scrollIntoView({ block: "center", behavior: "instant" });
	let [box] = range.getClientRects();
	if (box && !isInView(box)) scrollBy({ top: box.top - innerHeight / 2, behavior: "instant" });
	[box] = range.getClientRects();
	if (!box || box.width === 0) return undefined;
	const place = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
	const top = document.elementFromPoint(place.x, place.y);
	return top && (top === parent || top.contains(parent) || parent?.contains(top)) ? place : undefined;
}
