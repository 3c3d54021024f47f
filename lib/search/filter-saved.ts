import Fuse from "fuse.js/basic";
import type { SavedAnswer } from "../messaging/protocol";
import { foldText } from "./fold-text";

/** How far Fuse may stray (0 exact, 1 anything): one mistake in a word of four letters. */
const FUSE_THRESHOLD = 0.3;

/**
 * The saved answers in which every word of the query begins some word, newest
 * first as given. Letter by letter rather than ranked: readers look for what they
 * remember having kept. Where that finds none, titles and names that are spelled much
 * like the query, nearest first. An empty query keeps all.
 */
export function filterSaved(savedAnswers: SavedAnswer[], query: string): SavedAnswer[] {
	const wanted = wordsOf(query);
	const found = savedAnswers.filter((saved) => {
		const words = wordsOf(readableText(saved));
		return wanted.every((start) => words.some((word) => word.startsWith(start)));
	});
	return found.length > 0 ? found : spelledLike(savedAnswers, query.trim());
}

function spelledLike(savedAnswers: SavedAnswer[], query: string): SavedAnswer[] {
	const fuse = new Fuse(savedAnswers, {
		keys: [
			"snapshot.title",
			"snapshot.topics",
			"snapshot.replies.doctor",
			"snapshot.replies.specialty",
			"snapshot.replies.hospital",
		],
		threshold: FUSE_THRESHOLD,
		ignoreLocation: true,
		minMatchCharLength: 3,
	});
	return fuse.search(query).map(({ item }) => item);
}

function readableText({ snapshot, context }: SavedAnswer): string {
	const replies = snapshot.replies.map(
		({ doctor, specialty, hospital, text }) => `${doctor} ${specialty} ${hospital} ${text}`,
	);
	return [
		snapshot.title,
		snapshot.question.text,
		...replies,
		...snapshot.topics,
		context.sentence,
		context.pageTitle,
	].join(" ");
}

function wordsOf(text: string): string[] {
	return foldText(text).match(/[\p{L}\p{N}']+/gu) ?? [];
}
