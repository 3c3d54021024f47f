import Fuse from "fuse.js/basic";
import type { SavedAnswer } from "../messaging/protocol";
import { wordMatcher } from "./match-words";

/** How far Fuse may stray (0 exact, 1 anything): one mistake in a word of four letters. */
const FUSE_THRESHOLD = 0.3;

/** Names are looked through in portions, so that whoever shares the thread is not held up. */
const NAMES_AT_ONCE = 500;

/**
 * Tells which saved answers fit a query by the words (`wordMatcher`) of the question, the replies, the note, the tags, the
 * sentence and the title of the page. Letter by letter rather than ranked: readers look for what they remember having kept.
 */
export function savedMatcher(query: string): (saved: SavedAnswer) => boolean {
	// The whole list is gone through with no query at all, too, and the texts of 50,000 answers take a while to join.
	if (query.trim() === "") return () => true;
	const fits = wordMatcher(query);
	return (saved) => fits(readableText(saved));
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
