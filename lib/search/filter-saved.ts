import Fuse from "fuse.js/basic";
import type { SavedAnswer } from "../messaging/protocol";
import { foldText } from "./fold-text";

/** How far Fuse may stray (0 exact, 1 anything): one mistake in a word of four letters. */
const FUSE_THRESHOLD = 0.3;

/** Names are looked through in portions, so that whoever shares the thread is not held up. */
const NAMES_AT_ONCE = 500;

/**
 * Tells which saved answers hold words of a query: each of its words begins some word of the question, a reply, the
 * note, a tag, the sentence or the title of the page, whatever its capitals and accents. An empty query fits all.
 * Letter by letter rather than ranked: readers look for what they remember having kept.
 */
export function savedMatcher(query: string): (saved: SavedAnswer) => boolean {
	const wanted = fold(query).match(/[\p{L}\p{N}']+/gu) ?? [];
	return (saved) => {
		if (wanted.length === 0) return true;
		const text = fold(readableText(saved));
		return wanted.every((start) => beginsSomeWord(text, start));
	};
}

/** What a misspelled query may mean. */
export interface SavedNames {
	id: string;
	/** Title, topics, tags, and names of those who replied. */
	names: string[];
}

/** The names by which a saved answer is remembered. */
export function savedNames({ id, snapshot, tags }: SavedAnswer): SavedNames {
	const people = snapshot.replies.flatMap(({ doctor, specialty, hospital }) => [doctor, specialty, hospital]);
	return { id, names: [snapshot.title, ...snapshot.topics, ...tags, ...people.filter((name) => name !== null)] };
}

/** The ids of saved answers with a title or name that is spelled much like the query, nearest first. */
export async function spelledLike(all: readonly SavedNames[], query: string): Promise<string[]> {
	const found: { id: string; score: number }[] = [];
	for (let first = 0; first < all.length; first += NAMES_AT_ONCE) {
		const fuse = new Fuse(all.slice(first, first + NAMES_AT_ONCE), {
			keys: ["names"],
			threshold: FUSE_THRESHOLD,
			ignoreLocation: true,
			minMatchCharLength: 3,
			includeScore: true,
		});
		for (const { item, score = 1 } of fuse.search(query.trim())) found.push({ id: item.id, score });
		await new Promise((resolve) => setTimeout(resolve));
	}
	return found.sort((one, other) => one.score - other.score).map(({ id }) => id);
}

function readableText({ snapshot, context, note, tags }: SavedAnswer): string {
	const replies = snapshot.replies.map(
		({ doctor, specialty, hospital, text }) => `${doctor ?? ""} ${specialty ?? ""} ${hospital ?? ""} ${text}`,
	);
	return [
		snapshot.title,
		snapshot.question.text,
		...replies,
		...snapshot.topics,
		context.sentence,
		context.pageTitle,
		note,
		...tags,
	].join(" ");
}

const INSIDE_WORD = /[\p{L}\p{N}']/u;

function beginsSomeWord(text: string, start: string): boolean {
	for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
		if (at === 0 || !INSIDE_WORD.test(text.charAt(at - 1))) return true;
	}
	return false;
}

// Decomposed, an accent is a mark of its own. Plain text, which is most of it, has none.
function fold(text: string): string {
	const folded = foldText(text);
	return /[^\0-\x7f]/.test(folded) ? folded.normalize("NFD").replace(/\p{M}/gu, "") : folded;
}
