import { compileLexicon } from "../../lib/detection/compile-lexicon";
import { findMentions } from "../../lib/detection/find-mentions";
import { Lexicon } from "../../lib/detection/lexicon";
import { median, printTable, short } from "./figures";
import { content, paragraphs } from "./repository-text";

const TEXT_LENGTH = 1_000_000;
const ROUNDS = 12;

/**
 * How fast mentions are found in 1 MB of text, beside the obvious way: one
 * regular expression that lists the same terms. That one folds no apostrophes
 * and hyphens and names no symptom, so it does less.
 */
export function benchDetection(): void {
	const text = paragraphs.join("\n").repeat(20).slice(0, TEXT_LENGTH);
	const compiled = compileLexicon(content.symptoms).lexicon;
	const lexicon = new Lexicon(compiled);
	const terms = termsOf(compiled.entries);
	const pattern = new RegExp(`\\b(?:${terms.map((term) => RegExp.escape(term)).join("|")})\\b`, "gi");

	const ours: number[] = [];
	const theirs: number[] = [];
	let mentionCount = 0;
	let matchCount = 0;
	for (let round = 0; round < ROUNDS; round++) {
		ours.push(timeOf(() => (mentionCount = findMentions(text, lexicon).length)));
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
function termsOf(entries: string): string[] {
	return entries
		.split("\n")
		.filter((line) => line !== "")
		.flatMap((line) => {
			const [first = "", rests = ""] = line.split("\t");
			return rests.split("|").map((rest) => `${first} ${rest.slice(0, rest.lastIndexOf("="))}`.trim());
		})
		.sort((one, other) => other.length - one.length);
}

function timeOf(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
