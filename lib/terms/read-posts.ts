import type { FrameTerms } from "../messaging/page-terms";
import type { TermPlace } from "./group-terms";
import { PostReader } from "./post-reader";

/** Most posts of a page that are looked into: a thread of many pages' length, in about a second. */
const MOST_POSTS = 100;

/**
 * The posts that the terms of a page stand in, each once, with the place of its first term; of all frames together the
 * first hundred. `readPost` asks the page for the paragraphs around a term.
 */
export async function* readPosts(
	frames: FrameTerms[],
	readPost: (place: TermPlace) => Promise<string[]>,
): AsyncGenerator<{ post: string[]; place: TermPlace }> {
	let left = MOST_POSTS;
	for (const { frameId, terms } of frames) {
		const reader = new PostReader();
		for (const term of terms) {
			if (reader.hasRead(term)) continue;
			if (left-- === 0) return;
			const place = { frameId, number: term.number };
			const post = await readPost(place);
			reader.read(post, term);
			yield { post, place };
		}
	}
}
