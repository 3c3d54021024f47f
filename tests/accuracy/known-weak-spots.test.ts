import { describe, expect, it } from "vitest";
import { findEmergencies } from "../../lib/detection/find-emergencies";
import { Detector } from "../../lib/detection/find-mentions";
import { searchAnswers } from "../../lib/search/find-answers";
import { searchDocumentOf } from "../../lib/search/search-document";
import { createSearchLanguage } from "../../lib/search/search-language";
import { buildSegment } from "../../lib/search/segment";
import { readSegment } from "../../lib/search/segment-reader";
import { createSymptomSearch } from "../../lib/search/symptom-search";
import { KNOWN_WEAK_SPOTS } from "../../scripts/accuracy/known-weak-spots";
import type { WeakSpot } from "../../scripts/accuracy/weak-spot";
import { shownEmergencies } from "../../scripts/content-plugin";
import { findPageMentions } from "../../scripts/mentions-lines";
import { lexicon } from "../detection/detector";
import { bundledAnswers, symptomIndex, synonymGroups } from "../search/content";

const detector = new Detector(lexicon);
const emergencies = shownEmergencies();
const searchSymptoms = createSymptomSearch(symptomIndex);

const documents = bundledAnswers.map(searchDocumentOf);
const library = [readSegment("bundled", buildSegment(documents), documents)];
const language = createSearchLanguage(symptomIndex, synonymGroups);

/** As many symptoms as the popup lists. */
const LISTED = 5;
/** As many answers as an example shows. */
const SHOWN = 3;

const readers: Record<WeakSpot["readBy"], (text: string) => string[] | Promise<string[]>> = {
	detector: (text) =>
		findPageMentions(detector, text).map(({ parts, symptomId, assertion }) => {
			const words = parts.map(({ start, end }) => text.slice(start, end)).join(" … ");
			return `${words}: ${symptomId} (${assertion})`;
		}),
	"search of symptoms": (text) =>
		searchSymptoms(text, LISTED).flatMap(({ id }) => symptomIndex.find((symptom) => symptom.id === id)?.name ?? []),
	"search of answers": async (text) => {
		const found = await searchAnswers(library, { ...language, text }, SHOWN);
		return found.flatMap(({ answerId }) => bundledAnswers.find(({ id }) => id === answerId)?.title ?? []);
	},
	emergencies: (text) => {
		detector.judgePage(text);
		return findEmergencies([text], detector, emergencies).map(({ id }) => id);
	},
};

const examples = KNOWN_WEAK_SPOTS.flatMap(({ readBy, examples }) =>
	examples.map((example) => ({ ...example, read: readers[readBy] })),
);

const MENDED = "mended? correct scripts/accuracy/known-weak-spots.ts, then npm run evaluate -- weak-spots";

describe("a known weakness", () => {
	it.each(examples)("is still as the page of accuracy tells: $text", async ({ text, today, read }) => {
		const found = await read(text);

		expect(found, MENDED).toEqual(today);
	});

	it("is one: what should come of a text is not what comes of it", () => {
		expect(examples.filter(({ today, right }) => today.join() === right.join())).toEqual([]);
	});
});
