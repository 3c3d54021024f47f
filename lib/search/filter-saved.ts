import type { SavedAnswer } from "../messaging/protocol";
import { foldText } from "./fold-text";

/**
 * The saved answers in which every word of the query begins some word, newest
 * first as given. Letter by letter rather than ranked: readers look for what they
 * remember having kept. An empty query keeps all.
 */
export function filterSaved(savedAnswers: SavedAnswer[], query: string): SavedAnswer[] {
	const wanted = wordsOf(query);
	return savedAnswers.filter((saved) => {
		const words = wordsOf(readableText(saved));
		return wanted.every((start) => words.some((word) => word.startsWith(start)));
	});
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
