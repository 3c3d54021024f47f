import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Detector, type Mention, type TextRange } from "../lib/detection/find-mentions";
import { compiledLexicon } from "./content-plugin";
import { findPageAssertions, findPageMentions } from "./mentions-lines";

const sharedFolder = process.env.SHARED ?? join(import.meta.dirname, "../../shared");
const goldFolder = join(sharedFolder, "gold");

interface GoldMention {
	start: number;
	end: number;
	parts?: [number, number][];
	type?: string;
	semantic?: string;
	negated?: boolean;
	concept?: string;
	alsoOk?: string[];
	assertion?: string;
	assertionAlsoOk?: string[];
	optional?: boolean;
}

interface GoldDocument {
	id: string;
	text: string;
	mentions: GoldMention[];
	other?: { start: number; end: number; type: string }[] | undefined;
}

/** Diseases and generic words that a set annotates beside its symptoms: neither hit nor error there. */
const NEUTRAL: Record<string, string[]> = {
	maccrobat2020: ["Disease_disorder", "History", "Coreference"],
	raredis: ["DISEASE", "RAREDISEASE", "SKINRAREDISEASE"],
	twimed_pubmed: ["Disease"],
	news_general: ["disease", "generic"],
};

/** Best dictionary of the gold README for each set: recall / precision, where it gives them. */
const BASELINES: Record<string, string> = {
	"psytar signs or symptoms: recall": ".641",
	"psytar: recall": ".476",
	"psytar: precision": ".866",
	"maccrobat2020: recall": ".491",
	"maccrobat2020: precision": ".686",
	"raredis: recall": ".595",
	"raredis: precision": ".578",
	"gscplus: recall": ".795",
	"gscplus: precision": ".811",
	"lay: recall": ".43",
	"lay: right symptom": ".35",
	"lay: assertion right, of found": ".87",
	"lay: hard negatives highlighted": ".43",
	"news: false per 10,000 words": "18.8 (symptoms only: 1.98)",
	"news: articles with a false one": ".48 (symptoms only: .11)",
	"negex: F1 of denied": ".949",
	"maccrobat2020: F1 of denied": ".791",
};

const TARGETS: Record<string, string> = {
	"psytar signs or symptoms: recall": "≥ .82",
	"psytar: recall": "≥ .66",
	"psytar: precision": "≥ .90",
	"maccrobat2020: precision": "≥ .82",
	"raredis: precision": "≥ .82",
	"lay: recall": "≥ .82",
	"lay: right symptom": "≥ .74",
	"lay: assertion right, of found": "≥ .93",
	"lay: hard negatives highlighted": "≤ .06",
	"news: false per 10,000 words": "≤ 1.0",
	"news: articles with a false one": "≤ .05",
	"negex: F1 of denied": "≥ .975",
	"maccrobat2020: F1 of denied": "≥ .92",
};

/** Scores every set that concerns detection and prints one table. Returns the exit code. */
export function evaluateDetection(): number {
	if (!existsSync(goldFolder)) {
		console.error(`The gold sets are not there. Put the folder at ${goldFolder}, or name its parent in SHARED.`);
		return 1;
	}
	const detector = new Detector(compiledLexicon());
	const rows = [
		...["psytar", "maccrobat2020", "raredis", "gscplus", "twimed_pubmed"].flatMap((set) => scoreSpans(detector, set)),
		...scoreLay(detector),
		...scoreNews(detector),
		...scoreDenied(detector, "negex", "negation/negex.jsonl.gz"),
		...scoreDenied(detector, "maccrobat2020", "detect/maccrobat2020.jsonl.gz"),
	];
	printRows(rows);
	return 0;
}

interface Row {
	name: string;
	value: number;
	n: number;
	interval: [number, number];
}

/** Counts of one document; a measure is computed from their sums. */
type Counts = number[];

const ROUNDS = 1_000;

function measure(name: string, documents: Counts[], n: (sums: Counts) => number, value: (sums: Counts) => number): Row {
	const size = documents[0]?.length ?? 0;
	const sum = (pick: (index: number) => Counts) => {
		const sums: Counts = new Array(size).fill(0);
		for (let index = 0; index < documents.length; index++) {
			pick(index).forEach((count, at) => {
				sums[at] = (sums[at] as number) + count;
			});
		}
		return sums;
	};
	const random = randomNumbers(1);
	const all = sum((index) => documents[index] as Counts);
	const samples = Array.from({ length: ROUNDS }, () =>
		value(sum(() => documents[Math.floor(random() * documents.length)] as Counts)),
	).sort((one, other) => one - other);
	return {
		name,
		value: value(all),
		n: n(all),
		interval: [samples[Math.floor(ROUNDS * 0.025)] as number, samples[Math.floor(ROUNDS * 0.975)] as number],
	};
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const f1 = (hits: number, falses: number, misses: number) => share(2 * hits, 2 * hits + falses + misses);
const overlap = (one: TextRange, other: TextRange) => one.start < other.end && other.start < one.end;

function partsOf({ start, end, parts }: GoldMention): TextRange[] {
	return parts ? parts.map(([from, to]) => ({ start: from, end: to })) : [{ start, end }];
}

function touches(mention: Mention, parts: TextRange[]): boolean {
	return mention.parts.some((part) => parts.some((other) => overlap(part, other)));
}

function scoreSpans(detector: Detector, set: string): Row[] {
	const neutral = NEUTRAL[set] ?? [];
	const documents = readGold(`detect/${set}.jsonl.gz`).map((document): Counts => {
		const found = findPageMentions(detector, document.text);
		const gold = document.mentions;
		const hits = gold.filter((mention) => found.some((other) => touches(other, partsOf(mention))));
		const signs = gold.filter(({ semantic }) => semantic === "Sign or Symptom");
		const others = (document.other ?? []).filter(({ type }) => neutral.includes(type));
		const right = found.filter((mention) => gold.some((other) => touches(mention, partsOf(other))));
		const wrong = found.filter(
			(mention) => !right.includes(mention) && !others.some((other) => touches(mention, [other])),
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
	});
	const recall = ([hits = 0, gold = 0]: Counts) => share(hits, gold);
	const precision = ([, , , , right = 0, wrong = 0]: Counts) => share(right, right + wrong);
	return [
		...(set === "psytar"
			? [
					measure(
						`${set} signs or symptoms: recall`,
						documents,
						([, , , n = 0]) => n,
						([, , hits = 0, all = 0]) => share(hits, all),
					),
				]
			: []),
		measure(`${set}: recall`, documents, ([, n = 0]) => n, recall),
		measure(`${set}: precision`, documents, ([, , , , right = 0, wrong = 0]) => right + wrong, precision),
		measure(
			`${set}: F1`,
			documents,
			([, n = 0]) => n,
			(sums) => share(2 * recall(sums) * precision(sums), recall(sums) + precision(sums)),
		),
		measure(
			`${set}: exact-boundary F1`,
			documents,
			([, n = 0]) => n,
			([, , , , , , hits = 0, falses = 0, misses = 0]) => f1(hits, falses, misses),
		),
	];
}

function scoreLay(detector: Detector): Row[] {
	const documents = readGold("lay/lay.jsonl.gz", false).map((document): Counts => {
		const found = findPageMentions(detector, document.text);
		const scored = document.mentions.filter(({ optional }) => !optional);
		const isNegative = document.mentions.length === 0;
		let hits = 0;
		let rightSymptoms = 0;
		let rightAssertions = 0;
		for (const gold of scored) {
			const ids = [gold.concept, ...(gold.alsoOk ?? [])];
			const touching = found.filter((mention) => touches(mention, partsOf(gold)));
			const right = touching.find(({ symptomId }) => ids.includes(symptomId));
			const best = right ?? touching[0];
			if (!best) continue;
			hits++;
			if (right) rightSymptoms++;
			if ([gold.assertion, ...(gold.assertionAlsoOk ?? [])].includes(best.assertion)) rightAssertions++;
		}
		const falses = found.filter((mention) => !document.mentions.some((gold) => touches(mention, partsOf(gold))));
		const exact = scored.filter(({ start, end }) =>
			found.some((mention) => mention.start === start && mention.end === end),
		);
		return [
			hits,
			scored.length,
			rightSymptoms,
			rightAssertions,
			isNegative && found.length > 0 ? 1 : 0,
			isNegative ? 1 : 0,
			found.length - falses.length,
			falses.length,
			exact.length,
		];
	});
	const n = ([, scored = 0]: Counts) => scored;
	return [
		measure("lay: recall", documents, n, ([hits = 0, all = 0]) => share(hits, all)),
		measure("lay: right symptom", documents, n, ([, all = 0, right = 0]) => share(right, all)),
		measure(
			"lay: assertion right, of found",
			documents,
			([hits = 0]) => hits,
			([hits = 0, , , right = 0]) => share(right, hits),
		),
		measure(
			"lay: hard negatives highlighted",
			documents,
			([, , , , , negatives = 0]) => negatives,
			([, , , , lit = 0, all = 0]) => share(lit, all),
		),
		measure(
			"lay: precision",
			documents,
			([, , , , , , right = 0, wrong = 0]) => right + wrong,
			([, , , , , , right = 0, wrong = 0]) => share(right, right + wrong),
		),
		measure("lay: exact boundaries, recall", documents, n, (sums) => share(sums[8] ?? 0, sums[1] ?? 0)),
	];
}

function scoreNews(detector: Detector): Row[] {
	const documents = readGold("detect/news_general.jsonl.gz").map((document): Counts => {
		const neutral = (document.other ?? []).filter(({ type }) => NEUTRAL.news_general?.includes(type));
		const falses = findPageMentions(detector, document.text).filter(
			(mention) =>
				!document.mentions.some((gold) => touches(mention, partsOf(gold))) &&
				!neutral.some((other) => touches(mention, [other])),
		);
		const words = document.text.match(/[\p{L}\p{N}_']+/gu)?.length ?? 0;
		return [falses.length, words, falses.length > 0 ? 1 : 0, 1];
	});
	return [
		measure(
			"news: false per 10,000 words",
			documents,
			([, words = 0]) => words,
			([falses = 0, words = 0]) => share(falses * 10_000, words),
		),
		measure(
			"news: articles with a false one",
			documents,
			([, , , n = 0]) => n,
			([, , lit = 0, all = 0]) => share(lit, all),
		),
	];
}

function scoreDenied(detector: Detector, name: string, file: string): Row[] {
	const documents = readGold(file).map(({ text, mentions }): Counts => {
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
		measure(
			`${name}: F1 of denied`,
			documents,
			([, , , n = 0]) => n,
			([hits = 0, falses = 0, misses = 0]) => f1(hits, falses, misses),
		),
	];
}

/** Reads a set; offsets are turned from code points into UTF-16 units where they are not yet. */
function readGold(file: string, isCodePoints = true): GoldDocument[] {
	const lines = gunzipSync(readFileSync(join(goldFolder, file)))
		.toString("utf8")
		.trim()
		.split("\n");
	return lines.map((line) => {
		const document = JSON.parse(line) as GoldDocument;
		if (!isCodePoints || !/[\ud800-\udfff]/.test(document.text)) return document;
		const units = [0];
		for (const character of document.text) units.push((units.at(-1) as number) + character.length);
		const unit = (point: number) => units[point] ?? document.text.length;
		const convert = <T extends TextRange>(range: T): T => ({
			...range,
			start: unit(range.start),
			end: unit(range.end),
		});
		return {
			...document,
			mentions: document.mentions.map((mention) => ({
				...convert(mention),
				...(mention.parts
					? { parts: mention.parts.map(([from, to]): [number, number] => [unit(from), unit(to)]) }
					: {}),
			})),
			other: document.other?.map(convert),
		};
	});
}

function printRows(rows: Row[]): void {
	const show = (value: number) => (value > 1 ? value.toFixed(2) : value.toFixed(3).replace(/^0/, ""));
	const lines = [
		["measure", "here", "95 % interval", "n", "dictionary", "reach"],
		...rows.map(({ name, value, n, interval }) => [
			name,
			show(value),
			interval.map(show).join(" – "),
			String(n),
			BASELINES[name] ?? "–",
			TARGETS[name] ?? "–",
		]),
	];
	const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	for (const line of lines)
		console.log(
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		);
}

/** The same numbers in every run, so that two runs compare the code and not the dice (mulberry32). */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
