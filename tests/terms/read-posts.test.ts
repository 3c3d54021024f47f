import { expect, it, vi } from "vitest";
import type { FrameTerms } from "../../lib/messaging/page-terms";
import { readPosts } from "../../lib/terms/read-posts";

/** A frame in which each post is one paragraph with one term. */
function frameOf(frameId: number, postCount: number): FrameTerms {
	const terms = Array.from({ length: postCount }, (_, number) => ({
		number,
		symptomId: "dizziness" as const,
		words: "dizzy",
		assertion: "present" as const,
		text: `Post ${number}: I feel dizzy.`,
		start: `Post ${number}: I feel `.length,
		end: `Post ${number}: I feel dizzy`.length,
	}));
	return { frameId, terms, last: undefined };
}

async function placesRead(frames: FrameTerms[]): Promise<string[]> {
	const readPost = vi.fn(async ({ number }: { number: number }) => [`Post ${number}: I feel dizzy.`]);
	const places: string[] = [];
	for await (const { place } of readPosts(frames, readPost)) places.push(`${place.frameId}/${place.number}`);
	expect(readPost).toHaveBeenCalledTimes(places.length);
	return places;
}

it("posts of all frames are read, the top frame first", async () => {
	expect(await placesRead([frameOf(0, 2), frameOf(7, 1)])).toEqual(["0/0", "0/1", "7/0"]);
});

it("a post with several terms is read once", async () => {
	const frame = frameOf(0, 1);
	const [term] = frame.terms;
	if (!term) throw new Error("no term");
	const text = "Post 0: I feel dizzy. So dizzy!";
	const later = { ...term, number: 1, text, start: text.lastIndexOf("dizzy"), end: text.lastIndexOf("dizzy") + 5 };
	const frames = [{ ...frame, terms: [{ ...term, text }, later] }];
	const read = [];
	for await (const { place } of readPosts(frames, async () => [text])) read.push(place.number);

	expect(read).toEqual([0]);
});

it("no more than a hundred posts are read, however many frames there are", async () => {
	expect(await placesRead([frameOf(0, 60), frameOf(1, 60), frameOf(2, 60)])).toHaveLength(100);
	expect(await placesRead([frameOf(0, 100), frameOf(1, 60)])).toHaveLength(100);
});
