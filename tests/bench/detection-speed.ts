import { Detector } from "../../lib/detection/find-mentions";
import type { CompiledLexicon } from "../../lib/detection/lexicon";
import { compiledLexicon } from "../../scripts/content-plugin";
import { median, printTable, short } from "./figures";
import { paragraphs } from "./repository-text";

const TEXT_LENGTH = 1_000_000;
const ROUNDS = 12;

/**
 * How fast mentions are found in 1 MB of text, beside the obvious way: one
 * regular expression that lists the same terms. That one folds no apostrophes
 * and hyphens and names no symptom, so it does less.
 */
export function benchDetection(): void {
	const text = paragraphs.join("\n").repeat(20).slice(0, TEXT_LENGTH);
	const compiled = compiledLexicon();
	const detector = new Detector(compiled);
	const terms = termsOf(compiled);
	const pattern = new RegExp(`\\b(?:${terms.map((term) => RegExp.escape(term)).join("|")})\\b`, "gi");

	const ours: number[] = [];
	const theirs: number[] = [];
	let mentionCount = 0;
	let matchCount = 0;
	for (let round = 0; round < ROUNDS; round++) {
		ours.push(timeOf(() => (mentionCount = detector.findMentions(text).length)));
		theirs.push(timeOf(() => (matchCount = [...text.matchAll(pattern)].length)));
	}
	const row = (name: string, times: number[], found: number) => [
		name,
		short(median(times)),
		short(TEXT_LENGTH / 1_000 / median(times)),
		String(found),
	];
	printTable(
		`Detection in 1 MB of text, ${terms.length} terms, n = ${ROUNDS}`,
		["", "median ms", "MB/s", "found"],
		[row("findMentions", ours, mentionCount), row("RegExp of all terms", theirs, matchCount)],
	);
	console.log(`findMentions takes ${(median(ours) / median(theirs)).toFixed(2)} times as long as the RegExp.`);
}

// The longest first: an alternation takes the first that fits.
function termsOf({ terms, symptomIds }: CompiledLexicon): string[] {
	return terms
		.split("\n")
		.slice(0, symptomIds.length)
		.flatMap((line) => line.split("|"))
		.map((term) => term.replace(/^\??=?/, ""))
		.sort((one, other) => other.length - one.length);
}

function timeOf(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
