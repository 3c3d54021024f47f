import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { Window } from "happy-dom";
import type { EmergencyFile } from "../../data/emergency-schema";
import { readContent } from "../../data/read-content";
import { ASSERTIONS } from "../../lib/detection/assertion";
import { findEmergencies } from "../../lib/detection/find-emergencies";
import { Detector } from "../../lib/detection/find-mentions";
import { sentenceAround } from "../../lib/detection/sentence-around";
import { termsInCard } from "../../lib/detection/terms-in-card";
import { isUnread, positionInRun, readBlock, type TextRun } from "../../lib/page/text-blocks";
import { paragraphsOf } from "../../lib/paste/read-paste";
import { lexicon } from "../detection/detector";
import { anyText, misplacedIn } from "../detection/hostile-text";
import { type FuzzTarget, promise } from "./fuzz-target";

const { symptoms, emergencies } = readContent(join(import.meta.dirname, "../../data"));
const emergencyFile = emergencies as EmergencyFile;
const symptomIds = new Set<string>(symptoms.map(({ id }) => id));
const detector = new Detector(lexicon);
/** Reads other texts between two questions: what it remembers of them must not show. */
const busyDetector = new Detector(lexicon);

const sentence = fc.constantFrom(
	...symptoms.flatMap(({ mustMatch, mustNotMatch }) => [...mustMatch, ...mustNotMatch]),
	...emergencyFile.emergencies.flatMap(({ mustMatch, mustNotMatch }) => [...mustMatch, ...mustNotMatch]),
);
const term = fc.constantFrom(...symptoms.flatMap(({ layTerms, clinicalTerms }) => [...layTerms, ...clinicalTerms]));
const stretch = fc
	.tuple(sentence, fc.nat(200), fc.nat(200))
	.map(([text, from, length]) => text.slice(from % (text.length + 1)).slice(0, length));
const page = fc
	.array(
		fc.tuple(
			fc.oneof({ weight: 3, arbitrary: sentence }, { weight: 2, arbitrary: stretch }, term, anyText),
			fc.constantFrom(" ", " ", ". ", "\n", "\n\n", ", ", " and ", " no ", " my ", ""),
		),
		{ maxLength: 12 },
	)
	.map((pieces) => pieces.flat().join(""));

function mentionsOf(text: string, by = detector) {
	by.judgePage(text);
	return by.findMentions(text);
}

const tag = fc.constantFrom(
	..."div p span b em a br button table tr td li svg math script style textarea input select pre code ruby custom-tag".split(
		" ",
	),
);
const attribute = fc.constantFrom(
	"",
	"",
	"",
	" contenteditable",
	" contenteditable=false",
	" role=textbox",
	" class=hljs",
	" hidden",
);
const markup = fc
	.array(
		fc.oneof(
			fc.tuple(tag, attribute).map(([name, given]) => `<${name}${given}>`),
			tag.map((name) => `</${name}>`),
			stretch,
			anyText,
			fc.constantFrom("&nbsp;", "&lt;", "&#0;", "<!-- ", "-->", "<![CDATA[", "<", "\u0000"),
			fc.constant("twitching ".repeat(2_500)),
		),
		{ maxLength: 25 },
	)
	.map((pieces) => pieces.join(""));

const { document, Node: HappyNode } = new Window();
// Reading a page asks the browser's own `Node` for the kinds of nodes.
globalThis.Node ??= HappyNode as unknown as typeof Node;

/** All runs of an element and of the blocks inside it. */
function runsIn(block: Element): TextRun[] {
	const { runs, blocks } = readBlock(block);
	return [...runs, ...blocks.flatMap(runsIn)];
}

/** The text nodes that stand in nothing unread, found the plain way. */
function readableTexts(parent: Element): Text[] {
	return [...parent.childNodes].flatMap((node) => {
		if (node.nodeType === Node.TEXT_NODE) return [node as Text];
		if (node.nodeType !== Node.ELEMENT_NODE || isUnread(node as Element)) return [];
		return readableTexts(node as Element);
	});
}

const withoutSpace = (text: string) => text.replace(/\s/g, "");

export const detection: FuzzTarget = {
	name: "detection",
	properties: [
		promise("a mention lies in the text, from a letter to a letter, and names a symptom", page, (text) => {
			const mentions = mentionsOf(text);
			assert.deepEqual(misplacedIn(text, mentions), []);
			for (const { symptomId, assertion } of mentions) {
				assert.ok(symptomIds.has(symptomId), symptomId);
				assert.ok(ASSERTIONS.includes(assertion), assertion);
			}
		}),
		promise("what was read before changes nothing", fc.record({ text: page, before: page }), ({ text, before }) => {
			mentionsOf(before, busyDetector);
			assert.deepEqual(mentionsOf(text, busyDetector), mentionsOf(text, new Detector(lexicon)));
		}),
		promise(
			"every stretch of a text has an assertion, also one that is no stretch",
			fc.record({ text: page, spans: fc.array(fc.record({ start: fc.nat(500), end: fc.nat(500) }), { maxLength: 5 }) }),
			({ text, spans }) => {
				const found = detector.assertionsOf(text, spans);
				assert.equal(found.length, spans.length);
				assert.ok(found.every((assertion) => ASSERTIONS.includes(assertion)));
			},
		),
		promise(
			"emergencies are those of the content, each once and in its order",
			fc.array(page, { maxLength: 5 }),
			(paragraphs) => {
				detector.judgePage(paragraphs.join("\n"));
				const found = findEmergencies(paragraphs, detector, emergencyFile);
				assert.deepEqual(
					found,
					emergencyFile.emergencies.filter((emergency) => found.includes(emergency)),
				);
			},
		),
		promise("the sentence around a mention holds its words, and is short", page, (text) => {
			for (const { start, end } of mentionsOf(text)) {
				const around = sentenceAround(text, start, end);
				const words = withoutSpace(text.slice(start, end));
				// What is longer than the sentence may be is cut.
				if (words.length < 200) assert.ok(withoutSpace(around).includes(words), `${words} is not in ${around}`);
				assert.ok(around.length <= 402, `${around.length} characters`);
			}
		}),
		promise(
			"the terms of a card do not overlap, and name each other symptom once",
			fc.record({ text: page, about: page }),
			({ text, about }) => {
				const leftOut = new Set(mentionsOf(about).map(({ symptomId }) => symptomId));
				const found = termsInCard(lexicon, about, leftOut)(text);
				assert.deepEqual(misplacedIn(text, found), []);
				assert.equal(new Set(found.map(({ symptomId }) => symptomId)).size, found.length);
				assert.ok(found.every(({ symptomId }) => !leftOut.has(symptomId)));
				assert.ok(found.every(({ start }, index) => start >= (found[index - 1]?.end ?? 0)));
			},
		),
		promise("a pasted text loses nothing but space when it is cut into paragraphs", page, (text) => {
			const paragraphs = paragraphsOf(text);
			assert.equal(withoutSpace(paragraphs.join("")), withoutSpace(text));
			assert.ok(paragraphs.every((paragraph) => paragraph.trim() !== ""));
		}),
		promise("every text of a page that is read is read once, and each character keeps its place", markup, (html) => {
			document.body.innerHTML = html;
			const body = document.body as unknown as Element;
			const runs = runsIn(body);
			for (const run of runs) {
				for (let at = 0; at < run.text.length; at += 1 + Math.floor(run.text.length / 500)) {
					const { node, offset } = positionInRun(run, at);
					assert.equal(node.data[offset], run.text[at]);
				}
			}
			const read = runs.flatMap(({ parts }) => parts.filter(({ nodeOffset }) => nodeOffset === 0));
			const wanted = readableTexts(body).filter(({ data }) => data.trim() !== "");
			const timesRead = (text: Text) => read.filter(({ node }) => node === text).length;
			assert.ok(wanted.every((text) => timesRead(text) === 1));
			const all = new Set(readableTexts(body));
			assert.ok(read.every(({ node }) => all.has(node)));
		}),
	],
};
