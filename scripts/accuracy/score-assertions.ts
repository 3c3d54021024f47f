import type { Detector, Mention } from "../../lib/detection/find-mentions";
import { findPageAssertions, findPageMentions } from "../mentions-lines";
import type { Counts } from "./bootstrap";
import { type Figure, figureOf } from "./figure";
import type { GoldSetId } from "./gold-sets";
import { type GoldDocument, type GoldMention, partsOf, touches } from "./gold-texts";
import { f1, share } from "./ratios";

/** How well lay descriptions are read: what is found, by which name, whose it is, and what is wrongly marked. */
export function scoreLay(detector: Detector, texts: GoldDocument[]): Figure[] {
	const documents = texts.map((document) => layCounts(detector, document));
	const n = ([, scored = 0]: Counts) => scored;
	const figure = (
		measure: Figure["measure"],
		label: string,
		count: (sums: Counts) => number,
		value: (sums: Counts) => number,
	) => figureOf({ name: `lay: ${label}`, set: "lay", measure }, documents, count, value);
	return [
		figure("recall", "recall", n, ([hits = 0, all = 0]) => share(hits, all)),
		figure("rightSymptom", "right symptom", n, ([, all = 0, right = 0]) => share(right, all)),
		figure(
			"rightAssertion",
			"assertion right, of found",
			([hits = 0]) => hits,
			([hits = 0, , , right = 0]) => share(right, hits),
		),
		figure(
			"litNegatives",
			"hard negatives highlighted",
			([, , , , , negatives = 0]) => negatives,
			([, , , , lit = 0, all = 0]) => share(lit, all),
		),
		figure(
			"precision",
			"precision",
			([, , , , , , right = 0, wrong = 0]) => right + wrong,
			([, , , , , , right = 0, wrong = 0]) => share(right, right + wrong),
		),
		figure("exactRecall", "exact boundaries, recall", n, (sums) => share(sums[8] ?? 0, sums[1] ?? 0)),
	];
}

/** Hits, marks, right symptoms, right assertions; negatives lit and all; found rightly and wrongly; boundaries met. */
function layCounts(detector: Detector, { text, mentions }: GoldDocument): Counts {
	const found = findPageMentions(detector, text);
	const scored = mentions.filter(({ optional }) => !optional);
	const isNegative = mentions.length === 0;
	const verdicts = scored.flatMap((gold) => verdictOn(gold, found) ?? []);
	const falses = found.filter((mention) => !mentions.some((gold) => touches(mention, partsOf(gold))));
	const exact = scored.filter(({ start, end }) =>
		found.some((mention) => mention.start === start && mention.end === end),
	);
	return [
		verdicts.length,
		scored.length,
		verdicts.filter(({ isSymptomRight }) => isSymptomRight).length,
		verdicts.filter(({ isAssertionRight }) => isAssertionRight).length,
		isNegative && found.length > 0 ? 1 : 0,
		isNegative ? 1 : 0,
		found.length - falses.length,
		falses.length,
		exact.length,
	];
}

/** Whether the mention that fits a mark best is right; undefined if none touches it. */
function verdictOn(gold: GoldMention, found: Mention[]) {
	const ids = [gold.concept, ...(gold.alsoOk ?? [])];
	const touching = found.filter((mention) => touches(mention, partsOf(gold)));
	const right = touching.find(({ symptomId }) => ids.includes(symptomId));
	const best = right ?? touching[0];
	if (!best) return undefined;
	return {
		isSymptomRight: right !== undefined,
		isAssertionRight: [gold.assertion, ...(gold.assertionAlsoOk ?? [])].includes(best.assertion),
	};
}

/** How well denied symptoms are told from the others, when it is given where the symptoms stand. */
export function scoreDenied(detector: Detector, set: GoldSetId, texts: GoldDocument[]): Figure[] {
	const documents = texts.map(({ text, mentions }): Counts => {
		const assertions = findPageAssertions(detector, text, mentions);
		const counts = [0, 0, 0];
		mentions.forEach(({ negated }, index) => {
			const isDenied = assertions[index] === "denied";
			const at = negated ? (isDenied ? 0 : 2) : isDenied ? 1 : -1;
			if (at >= 0) counts[at] = (counts[at] as number) + 1;
		});
		return [...counts, mentions.length];
	});
	return [
		figureOf(
			{ name: `${set}: F1 of denied`, set, measure: "deniedF1" },
			documents,
			([, , , n = 0]) => n,
			([hits = 0, falses = 0, misses = 0]) => f1(hits, falses, misses),
		),
	];
}
