import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Library } from "../../lib/search/library";
import { forEachPosting, PostingsWriter } from "../../lib/search/postings";
import type { PostingsBlock } from "../../lib/search/postings-block";
import { searchDocumentOf } from "../../lib/search/search-document";
import { searchWords } from "../../lib/search/search-tokens";
import { buildSegment, mergeRuns, SegmentBuilder, symptomToken } from "../../lib/search/segment";
import { readSegment, SegmentIndex } from "../../lib/search/segment-reader";
import { answerOf } from "./answer-of";

describe("search words", () => {
	it.each([
		["My eyelids won’t stop twitching", ["eyelid", "stop", "twitch"]],
		["Parkinson's disease, Bell's palsy", ["parkinson", "diseas", "bell", "palsi"]],
		["cant feel it", ["feel"]],
		["feet foot, calves calf, shook shaking", ["foot", "foot", "calf", "calf", "shake", "shake"]],
		["is it the", []],
	])("of %j are %j", (text, expected) => {
		expect(searchWords(text).map(({ stem }) => stem)).toEqual(expected);
	});

	it("keep the spelling of the text", () => {
		expect(searchWords("İ The EYELIDS’ twitch").map(({ typed }) => typed)).toEqual(["İ", "EYELIDS", "twitch"]);
	});
});

describe("segment", () => {
	const documents = [
		answerOf("one", { title: "Lip twitch", question: "Lips twitching?", symptoms: ["lip-twitching", "anxiety"] }),
		answerOf("two", { reply: "Twitching fades.", background: "About lips", symptoms: ["anxiety"] }),
	].map(searchDocumentOf);
	const segment = buildSegment(documents);
	const postingsOf = async (token: string) => {
		const [found] = await readSegment("test", segment, documents).postings([token]);
		const postings: [document: number, weight: number][] = [];
		if (found) forEachPosting(found, (document, weight) => postings.push([document, weight]));
		return postings;
	};
	const weightsOf = async (token: string) => (await postingsOf(token)).map(([, weight]) => weight);

	it("finds all forms of a word together, in every part of an answer", async () => {
		expect((await postingsOf("twitch")).map(([document]) => document)).toEqual([0, 1]);
		expect((await postingsOf("lip")).map(([document]) => document)).toEqual([0, 1]);
		expect(await postingsOf("knee")).toEqual([]);
	});

	it("weighs a word in title and question more than one in a reply, and that more than one in the site's own text", async () => {
		const [inTitle = 0, inReply = 0] = await weightsOf("twitch");
		const [, inBackground = 0] = await weightsOf("lip");

		expect(inTitle).toBeGreaterThan(inReply);
		expect(inReply).toBeGreaterThan(inBackground);
	});

	it("weighs the first symptom of an answer most", async () => {
		const [second = 0, first = 0] = await weightsOf(symptomToken("anxiety"));

		expect(first).toBeGreaterThan(second);
		expect(await weightsOf(symptomToken("lip-twitching"))).toEqual([first]);
	});

	it("knows each written word and its token", () => {
		const index = new SegmentIndex(segment.summary);

		expect(index.tokenOf("twitching")).toBe("twitch");
		expect(index.tokenOf("twitch")).toBe("twitch");
		expect(index.tokenOf("knee")).toBeUndefined();
		expect(["knee", "fade", "twitch"].map((token) => index.countOf(token))).toEqual([0, 1, 2]);
	});

	it("finds that a rare word says more than a common one, and an unknown one most", () => {
		const library = new Library([readSegment("test", segment, documents)]);

		expect(library.informationOf("knee")).toBeGreaterThan(library.informationOf("fade"));
		expect(library.informationOf("fade")).toBeGreaterThan(library.informationOf("twitch"));
		expect(library.informationOf("twitch")).toBeGreaterThan(0);
	});

	it("of an empty pack is empty", () => {
		expect(buildSegment([]).blocks).toEqual([]);
		expect(new SegmentIndex(buildSegment([]).summary).countOf("lip")).toBe(0);
	});

	it("is the same whether it was built at once or in runs that were merged", async () => {
		const words = fc.array(fc.constantFrom("lip", "twitch", "eye", "numb", "knee", "hot", "cold"), { maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(fc.array(words, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), async (texts, largest) => {
				const many = texts.map((text, index) =>
					searchDocumentOf(answerOf(`a${index}`, { reply: text.join(" ") || "x" })),
				);
				const builder = new SegmentBuilder(largest);
				const runs: PostingsBlock[][] = [];
				for (const document of many) {
					builder.add(document);
					if (builder.isFull) runs.push(builder.takeRun());
				}
				runs.push(builder.takeRun());
				const merged: PostingsBlock[] = [];
				const readers = runs.map(async function* (blocks) {
					yield* blocks;
				});
				for await (const block of mergeRuns(builder.tokenCount, readers)) merged.push(block);

				expect({ summary: builder.summarise(), blocks: merged }).toEqual(buildSegment(many));
			}),
		);
	});
});

describe("postings", () => {
	it("come back as they were written", () => {
		const lists = fc.array(fc.tuple(fc.integer({ min: 1, max: 300_000 }), fc.integer({ min: 1, max: 255 })));
		fc.assert(
			fc.property(lists, (gaps) => {
				let document = -1;
				const written = gaps.map(([gap, weight]): [number, number] => {
					document += gap;
					return [document, weight];
				});
				const writer = new PostingsWriter();
				writer.begin();
				for (const [at, weight] of written) writer.add(at, weight);
				const read: [number, number][] = [];
				forEachPosting(writer.take(), (at, weight) => read.push([at, weight]));

				expect(read).toEqual(written);
			}),
		);
	});
});
