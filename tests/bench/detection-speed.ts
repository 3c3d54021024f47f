import { spellingOf } from "../../lib/detection/term-flags";
import { importBundle } from "./bundle";
import { median, printTable, short } from "./figures";
import { blocksOf, lengthOf, sampleOf } from "./long-page";
import type * as InNode from "./measured/in-node";
import { content } from "./repository-text";

const SAMPLE_LENGTH = 1_000_000;
const ROUNDS = 7;

/** Ten times the text may take this many times as long. */
const AIM = 11;

/** Every term as it is listed, in lower case; the longest first, because an alternation takes the first that fits. */
export function listedTerms(): string[] {
	const terms = content.symptoms.flatMap(({ layTerms, clinicalTerms }) => [...layTerms, ...clinicalTerms]);
	const listed = new Set(terms.map((term) => spellingOf(term).toLowerCase()));
	return [...listed].sort((one, other) => other.length - one.length);
}

/**
 * How fast mentions are found in the text of a page of 10 MB, beside searches for
 * the same terms that do less: they know no inflected forms, no parts of the body
 * beside a complaint, and nothing of what is said of a symptom.
 */
export async function benchDetection(html: string): Promise<void> {
	const terms = listedTerms();
	const search = (await importBundle<typeof InNode>("in-node.ts")).prepare(terms);
	const page = blocksOf(html);
	const sample = sampleOf(page, SAMPLE_LENGTH);
	const lower = sample.map((block) => block.toLowerCase());
	const text = sample.join("\n");
	const tenTimes = Array<string[]>(10).fill(sample).flat();
	const searches: [string, (blocks: string[]) => InNode.Timed, string[]][] = [
		["findMentions, whole page, block by block", search.findMentions, page],
		["touching every character, whole page", search.touch, page],
		["findMentions, sample, block by block", search.findMentions, sample],
		["touching every character, sample", search.touch, sample],
		["RegExp of all terms, sample", search.matchRegExp, sample],
		["Aho–Corasick (modern-ahocorasick), sample", search.matchAutomaton, lower],
		["findMentions, sample ten times, block by block", search.findMentions, tenTimes],
		["findMentions, sample as one block", search.findMentions, [text]],
		["findMentions, sample ten times as one block", search.findMentions, [tenTimes.join("\n")]],
	];
	const times = searches.map((): number[] => []);
	const found = searches.map(() => 0);
	// The first round is not counted: there the code is still being compiled.
	for (let round = 0; round <= ROUNDS; round++) {
		for (const [index, [, run, blocks]] of searches.entries()) {
			const { ms, count } = run(blocks);
			found[index] = count;
			if (round > 0) times[index]?.push(ms);
		}
	}
	const medians = times.map(median);
	const perMegabyte = medians.map((ms, index) => (ms / lengthOf(searches[index]?.[2] ?? [])) * 1_000_000);
	const touch = perMegabyte[1] ?? Number.NaN;
	printTable(
		`Detection in Node: page of ${megabytes(page)} MB of text in ${page.length} blocks, sample of ${megabytes(sample)} MB from ` +
			`all over it, ${terms.length} terms, medians of n = ${ROUNDS}`,
		["", "ms", "ms per MB", "x touching", "found"],
		searches.map(([name, run], index) => [
			name,
			short(medians[index] ?? Number.NaN),
			short(perMegabyte[index] ?? Number.NaN),
			short((perMegabyte[index] ?? Number.NaN) / touch),
			run === search.touch ? "" : String(found[index]),
		]),
	);
	const ratio = (one: number, other: number) => ((medians[one] ?? 0) / (medians[other] ?? 0)).toFixed(2);
	console.log(`findMentions takes ${ratio(2, 4)} times as long as the RegExp, ${ratio(2, 5)} times as Aho–Corasick.`);
	console.log(
		`Ten times the text takes ${ratio(6, 2)} times as long (aim: at most ${AIM}); as one block, longer than any ` +
			`that the product reads, ${ratio(8, 7)} times.`,
	);
}

function megabytes(blocks: string[]): string {
	return (lengthOf(blocks) / 1_000_000).toFixed(1);
}
