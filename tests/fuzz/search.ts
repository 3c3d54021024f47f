import assert from "node:assert/strict";
import fc from "fast-check";
import type { Answer } from "../../data/schema";
import { foldNames, suggestNames } from "../../lib/browse/suggest-names";
import { ASSERTIONS } from "../../lib/detection/assertion";
import { savedMatcher, savedNames, spelledLike } from "../../lib/search/filter-saved";
import { findAnswersAbout, findSimilarAnswers, type RankedAnswer, searchAnswers } from "../../lib/search/find-answers";
import { packWords } from "../../lib/search/packed-words";
import { searchDocumentOf } from "../../lib/search/search-document";
import { createSearchLanguage } from "../../lib/search/search-language";
import { buildSegment } from "../../lib/search/segment";
import { readSegment, type SegmentReader } from "../../lib/search/segment-reader";
import { savedOf } from "../backup/record-samples";
import { nasty } from "../detection/hostile-text";
import { answerOf } from "../search/answer-of";
import { anyQuery } from "../search/any-query";
import { bundledAnswers, symptomIndex, synonymGroups } from "../search/content";
import { type FuzzTarget, promise } from "./fuzz-target";

const language = createSearchLanguage(symptomIndex, synonymGroups);

const readerOf = (packId: string, answers: Answer[]): SegmentReader => {
	const documents = answers.map(searchDocumentOf);
	return readSegment(packId, buildSegment(documents), documents);
};
const bundled = [readerOf("bundled", bundledAnswers)];
const saved = bundledAnswers.slice(0, 60).map((answer) => savedOf(answer.id, { snapshot: answer, note: answer.title }));
const names = bundledAnswers.flatMap(({ replies }) => replies.flatMap(({ doctor }) => doctor ?? []));
const sortedNames = packWords([...new Set(names)].sort());

/** Words that are properties of every object, patterns, markup, and words without end. */
const hostileWord = fc.constantFrom(
	..."__proto__ constructor toString hasOwnProperty valueOf length then undefined null NaN".split(" "),
	..."( ) [a-z]* (a+)+$ \\ \\u0000 ^ $& .*? | { } /x/g %s #{x} <script> ' OR 1=1 -- * ? =lip !lip 'lip .com$".split(
		" ",
	),
	"x".repeat(5_000),
	"a ".repeat(3_000),
	"lip-".repeat(1_500),
	"\u0301".repeat(300),
	"İ".repeat(200),
);
const typing = fc
	.tuple(fc.constantFrom(...symptomIndex.flatMap(({ terms }) => terms)), fc.nat(60), nasty)
	.map(([term, at, spoiler]) => term.slice(0, at) + spoiler + term.slice(at + 1));
const query = fc
	.array(fc.oneof({ weight: 2, arbitrary: anyQuery }, { weight: 2, arbitrary: typing }, hostileWord, nasty), {
		minLength: 1,
		maxLength: 5,
	})
	.map((words) => words.join(" "));

const answerText = query.filter((text) => text.trim() !== "");
const library = fc.array(
	fc.record({ title: answerText, question: answerText, reply: answerText }).map((given) => given),
	{ maxLength: 6 },
);
const symptomId = fc.constantFrom(...symptomIndex.map(({ id }) => id as string), "constructor", "to-string", "");

/** Fails unless these are results that a list can show: sound scores, best first, each once, no more than asked for. */
function assertRanked(found: RankedAnswer[], { asked, most }: { asked: string; most: number }): void {
	assert.ok(found.length <= most, `${found.length} results`);
	assert.equal(new Set(found.map(({ packId, answerId }) => `${packId}/${answerId}`)).size, found.length);
	for (const [index, { score, matchedWords }] of found.entries()) {
		assert.ok(Number.isFinite(score) && score >= 0, `score ${score}`);
		assert.ok(index === 0 || score <= (found[index - 1]?.score ?? 0), "not in order");
		assert.deepEqual(
			matchedWords.filter((word) => !asked.includes(word)),
			[],
		);
	}
}

function assertPassages(found: RankedAnswer[], repliesOf: (answerId: string) => string): void {
	for (const { answerId, passage } of found) {
		if (passage === null) continue;
		const words = passage.replace(/^…|…$/g, "");
		assert.ok(repliesOf(answerId).includes(words), `“${words}” is not in the reply`);
		assert.ok(passage.length <= 222, `a passage of ${passage.length} characters`);
	}
}

const bundledReplies = new Map<string, string>(
	bundledAnswers.map((answer) => [answer.id, searchDocumentOf(answer).replies]),
);

export const search: FuzzTarget = {
	name: "search",
	properties: [
		promise("a query finds what can be listed, and the same again", query, async (text) => {
			const found = await searchAnswers(bundled, { ...language, text });
			assertRanked(found, { asked: text, most: 20 });
			assertPassages(found, (id) => bundledReplies.get(id) ?? "");
			assert.deepEqual(await searchAnswers(bundled, { ...language, text }), found);
		}),
		promise(
			"a sentence finds answers about its symptom only",
			fc.record({ symptomId, sentence: query, assertion: fc.constantFrom(null, ...ASSERTIONS) }),
			async ({ symptomId, sentence, assertion }) => {
				const { synonyms } = language;
				const found = await findAnswersAbout(bundled, { symptomId, sentence, assertion, synonyms });
				assertRanked(found, { asked: sentence, most: 5 });
				const isAbout = (id: string) =>
					bundledAnswers.some((answer) => answer.id === id && answer.symptoms.some((one) => one === symptomId));
				assert.ok(found.every(({ answerId }) => isAbout(answerId)));
			},
		),
		promise(
			"a library of whatever was imported can be searched, and likened",
			fc.record({ answers: library, text: query }),
			async ({ answers, text }) => {
				const imported = answers.map((given, index) => answerOf(`a${index}`, { ...given, symptoms: [] }));
				const readers = [readerOf("one", imported), readerOf("two", imported.toReversed())];
				const found = await searchAnswers(readers, { ...language, text });
				assertRanked(found, { asked: text, most: 20 });
				const replies = new Map<string, string>(
					imported.map((answer) => [answer.id, searchDocumentOf(answer).replies]),
				);
				assertPassages(found, (id) => replies.get(id) ?? "");
				for (const answer of imported.slice(0, 1)) {
					const document = searchDocumentOf(answer);
					const similar = await findSimilarAnswers(readers, { packId: "one", document, synonyms: language.synonyms });
					assertRanked(similar, { asked: `${document.title}\n${document.question}`, most: 5 });
					assert.ok(similar.every(({ packId, answerId }) => packId !== "one" || answerId !== answer.id));
				}
			},
		),
		promise("symptoms are found by name, each once, best first, eight at most", query, (text) => {
			const found = language.findSymptoms(text);
			assert.ok(found.length <= 8);
			assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
			assert.ok(found.every(({ score }) => score > 0 && score <= 1.000001));
			assert.deepEqual(
				found.map(({ score }) => score),
				found.map(({ score }) => score).sort((one, other) => other - one),
			);
			const named = language.symptomsNamedIn(text);
			assert.equal(new Set(named).size, named.length);
		}),
		promise("saved answers are filtered by any query, and the spelling corrected", query, async (text) => {
			const fits = savedMatcher(text);
			assert.ok(saved.every((one) => typeof fits(one) === "boolean"));
			const like = await spelledLike(saved.map(savedNames), text);
			assert.equal(new Set(like).size, like.length);
			assert.ok(like.every((id) => saved.some((one) => one.id === id)));
		}),
		promise("names are suggested for any text, each once, no more than asked for", query, (text) => {
			const counts = Uint32Array.from(sortedNames.ends, (_, place) => place % 3);
			const found = suggestNames(sortedNames, { folded: foldNames(sortedNames), counts, text, limit: 10 });
			assert.ok(found.length <= 10);
			assert.equal(new Set(found.map(({ value }) => value)).size, found.length);
			assert.ok(found.every(({ value, count }) => count > 0 && names.includes(value)));
		}),
	],
};
