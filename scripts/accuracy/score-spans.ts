import type { Detector } from "../../lib/detection/find-mentions";
import { findPageMentions } from "../mentions-lines";
import type { Counts } from "./bootstrap";
import { type Figure, figureOf } from "./figure";
import type { GoldSetId } from "./gold-sets";
import { type GoldDocument, partsOf, touches } from "./gold-texts";
import { f1, share } from "./ratios";

/** Diseases and generic words that a set annotates beside its symptoms: neither hit nor error there. */
const NEUTRAL: Partial<Record<GoldSetId, string[]>> = {
	maccrobat2020: ["Disease_disorder", "History", "Coreference"],
	raredis: ["DISEASE", "RAREDISEASE", "SKINRAREDISEASE"],
	twimed_pubmed: ["Disease"],
	news_general: ["disease", "generic"],
};

/** How well the symptoms that a set marks are found: recall, precision and both together, by touch and by boundary. */
export function scoreSpans(detector: Detector, set: GoldSetId, texts: GoldDocument[]): Figure[] {
	const documents = texts.map((document) => spanCounts(detector, set, document));
	const recall = ([hits = 0, gold = 0]: Counts) => share(hits, gold);
	const precision = ([, , , , right = 0, wrong = 0]: Counts) => share(right, right + wrong);
	const gold = ([, n = 0]: Counts) => n;
	const found = ([, , , , right = 0, wrong = 0]: Counts) => right + wrong;
	const both = (sums: Counts) => share(2 * recall(sums) * precision(sums), recall(sums) + precision(sums));
	const exact = ([, , , , , , hits = 0, falses = 0, misses = 0]: Counts) => f1(hits, falses, misses);
	return [
		...(set === "psytar" ? [recallOfSigns(set, documents)] : []),
		figureOf({ name: `${set}: recall`, set, measure: "recall" }, documents, gold, recall),
		figureOf({ name: `${set}: precision`, set, measure: "precision" }, documents, found, precision),
		figureOf({ name: `${set}: F1`, set, measure: "f1" }, documents, gold, both),
		figureOf({ name: `${set}: exact-boundary F1`, set, measure: "exactF1" }, documents, gold, exact),
	];
}

function recallOfSigns(set: GoldSetId, documents: Counts[]): Figure {
	const part = "signs or symptoms";
	return figureOf(
		{ name: `${set} ${part}: recall`, set, part, measure: "recall" },
		documents,
		([, , , signs = 0]) => signs,
		([, , hits = 0, signs = 0]) => share(hits, signs),
	);
}

/** Marks hit and marked; of these signs hit and marked; found rightly and wrongly; boundaries met, found alone, marked alone. */
function spanCounts(detector: Detector, set: GoldSetId, document: GoldDocument): Counts {
	const found = findPageMentions(detector, document.text);
	const gold = document.mentions;
	const hits = gold.filter((mention) => found.some((other) => touches(other, partsOf(mention))));
	const signs = gold.filter(({ semantic }) => semantic === "Sign or Symptom");
	const neutral = (document.other ?? []).filter(({ type }) => NEUTRAL[set]?.includes(type));
	const right = found.filter((mention) => gold.some((other) => touches(mention, partsOf(other))));
	const wrong = found.filter(
		(mention) => !right.includes(mention) && !neutral.some((other) => touches(mention, [other])),
	);
	const exact = new Set(gold.map(({ start, end }) => `${start} ${end}`));
	const foundExact = new Set(found.map(({ start, end }) => `${start} ${end}`));
	const both = [...exact].filter((span) => foundExact.has(span)).length;
	return [
		hits.length,
		gold.length,
		hits.filter((mention) => signs.includes(mention)).length,
		signs.length,
		right.length,
		wrong.length,
		both,
		foundExact.size - both,
		exact.size - both,
	];
}

/** How often something is marked in texts that are about something else. */
export function scoreNews(detector: Detector, texts: GoldDocument[]): Figure[] {
	const set = "news_general";
	const documents = texts.map(({ text, mentions, other }): Counts => {
		const neutral = (other ?? []).filter(({ type }) => NEUTRAL[set]?.includes(type));
		const falses = findPageMentions(detector, text).filter(
			(mention) =>
				!mentions.some((gold) => touches(mention, partsOf(gold))) && !neutral.some((one) => touches(mention, [one])),
		);
		const words = text.match(/[\p{L}\p{N}_']+/gu)?.length ?? 0;
		return [falses.length, words, falses.length > 0 ? 1 : 0, 1];
	});
	return [
		figureOf(
			{ name: "news: false per 10,000 words", set, measure: "falsePerWords" },
			documents,
			([, words = 0]) => words,
			([falses = 0, words = 0]) => share(falses * 10_000, words),
		),
		figureOf(
			{ name: "news: articles with a false one", set, measure: "litArticles" },
			documents,
			([, , , n = 0]) => n,
			([, , lit = 0, all = 0]) => share(lit, all),
		),
	];
}
