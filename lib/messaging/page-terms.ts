import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { ASSERTIONS } from "../detection/assertion";
import type { ShowCard } from "./card-channel";
import { contentToCardSchema } from "./card-port";
import type { ListedTerms } from "./protocol";
import { askTab } from "./tab-requests";
import { onTermsChanged } from "./terms-changed";

/** What one frame of a tab has to list. */
export interface FrameTerms extends ListedTerms {
	frameId: number;
}

/**
 * The frames of each tab that have told of terms, in `storage.session`: in memory, for the background alone may end
 * at any time, and closed to content scripts. Numbers only; what stands in a frame is asked of the frame.
 */
const KEY = "framesWithTerms";

type FramesOfTabs = Record<string, number[]>;

/** So many different symptoms say "many" in a badge that holds about four characters. */
const MOST_IN_BADGE = 99;

/** The accent of the light theme (`components/tokens.css`): a badge is a count, not a warning. */
const BADGE_COLOUR = "#0b6363";

// What a frame says is what its page says, in whatever shape: a page may have taken its process over.
const listedTermsSchema = z.object({
	terms: z
		.array(
			z.object({
				number: z.int(),
				symptomId: z.string().check(z.maxLength(100)),
				words: z.string().check(z.maxLength(500)),
				assertion: z.enum(ASSERTIONS),
				text: z.string().check(z.maxLength(30_000)),
				start: z.int().check(z.nonnegative()),
				end: z.int().check(z.nonnegative()),
			}),
		)
		.check(z.maxLength(1_000)),
	last: z.optional(z.nullable(z.object({ number: z.int(), at: z.number() }))),
});

/** The terms of all frames of a tab, the top frame first; a frame without a lens is left out. */
export async function readPageTerms(tabId: number): Promise<FrameTerms[]> {
	const frames = await readFrames(tabId);
	const lists = await Promise.all(
		frames.map(async (frameId) => {
			const list = listedTermsSchema.safeParse(await askTab("listTerms", tabId, frameId));
			return list.success ? [{ frameId, terms: list.data.terms, last: list.data.last ?? undefined }] : [];
		}),
	);
	return lists.flat();
}

/** All that a card would be told of a term; undefined if it is gone. */
export async function readTerm(
	tabId: number,
	{ frameId, number }: { frameId: number; number: number },
): Promise<ShowCard | undefined> {
	const message = contentToCardSchema.safeParse(await askTab("readTerm", tabId, frameId, { number }));
	return message.success && message.data.type === "show" ? message.data : undefined;
}

/** Scrolls to a term and opens its card; false if it is not on show any more. */
export async function showTerm(
	tabId: number,
	{ frameId, number }: { frameId: number; number: number },
	takesFocus = false,
): Promise<boolean> {
	return (await askTab("showTerm", tabId, frameId, { number, takesFocus })) === true;
}

/** Keeps the toolbar button's badge: how many different symptoms are underlined in the tab. Called as the background starts. */
export function keepBadge(): void {
	onTermsChanged((tabId, frameId) => {
		void rememberFrame(tabId, frameId).then(() => setBadge(tabId));
	});
}

/** How many different symptoms are underlined in all frames of a tab. */
export async function countSymptoms(tabId: number): Promise<number> {
	const frames = await readFrames(tabId);
	const descriptions = await Promise.all(frames.map((frameId) => askTab("describePage", tabId, frameId)));
	return new Set(descriptions.flatMap((description) => description?.symptomIds ?? [])).size;
}

// The browser itself takes the badge off when the tab goes to another page.
async function setBadge(tabId: number): Promise<void> {
	const count = await countSymptoms(tabId);
	const text = count === 0 ? "" : count > MOST_IN_BADGE ? `${MOST_IN_BADGE}+` : String(count);
	try {
		await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
		await browser.action.setBadgeText({ tabId, text });
	} catch {
		// The tab was closed in the meantime.
	}
}

/** The frames to ask: the top one always, others if they have told of terms. */
async function readFrames(tabId: number): Promise<number[]> {
	const frames = (await readAll())[tabId] ?? [];
	return [...new Set([0, ...frames])].sort((one, other) => one - other);
}

async function rememberFrame(tabId: number, frameId: number): Promise<void> {
	// Two frames that tell at once must not forget each other.
	await navigator.locks.request(KEY, async () => {
		const all = await readAll();
		if (all[tabId]?.includes(frameId)) return;
		// Closed tabs are forgotten here, so that closing one need not wake the background.
		const open = new Set((await browser.tabs.query({})).map(({ id }) => String(id)));
		const kept = Object.entries(all).filter(([id]) => open.has(id));
		const frames = await livingFrames(tabId, all[tabId] ?? []);
		await browser.storage.session.set({ [KEY]: { ...Object.fromEntries(kept), [tabId]: [...frames, frameId] } });
	});
}

/** Those of the frames that still answer: others have gone with a page that was left. */
async function livingFrames(tabId: number, frames: number[]): Promise<number[]> {
	const living = await Promise.all(
		frames.map(async (frameId) => ((await askTab("describePage", tabId, frameId)) ? [frameId] : [])),
	);
	return living.flat();
}

async function readAll(): Promise<FramesOfTabs> {
	const stored = (await browser.storage.session.get(KEY))[KEY];
	return (stored ?? {}) as FramesOfTabs;
}
