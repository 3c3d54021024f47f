import { spellingOf } from "../../lib/detection/term-flags";
import { importBundle } from "./bundle";
import { median, short } from "./figures";
import type { Findings } from "./findings";
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
export async function benchDetection(html: string, findings: Findings): Promise<void> {
	const terms = listedTerms();
	const search = (await importBundle<typeof InNode>("in-node.ts")).prepare(terms);
	const page = blocksOf(html);
	const sample = sampleOf(page, SAMPLE_LENGTH);
	const lower = sample.map((block) => block.toLowerCase());
	const text = sample.join("\n");
	const tenTimes = Array<string[]>(10).fill(sample).flat();
	const searches = {
		page: { label: "findMentions, whole page, block by block", run: search.findMentions, blocks: page },
		touchPage: { label: "touching every character, whole page", run: search.touch, blocks: page },
		ours: { label: "findMentions, sample, block by block", run: search.findMentions, blocks: sample },
		touch: { label: "touching every character, sample", run: search.touch, blocks: sample },
		regExp: { label: "RegExp of all terms, sample", run: search.matchRegExp, blocks: sample },
		automaton: { label: "Aho–Corasick (modern-ahocorasick), sample", run: search.matchAutomaton, blocks: lower },
		tenTimes: { label: "findMentions, sample ten times, block by block", run: search.findMentions, blocks: tenTimes },
		oneBlock: { label: "findMentions, sample as one block", run: search.findMentions, blocks: [text] },
		tenInOne: {
			label: "findMentions, sample ten times as one block",
			run: search.findMentions,
			blocks: [tenTimes.join("\n")],
		},
		again: { label: "findMentions, sample, block by block, again", run: search.findMentions, blocks: sample },
	};
	const { medianOf, foundBy } = measureInTurns(searches);
	const perMegabyte = (key: keyof typeof searches) => (medianOf(key) / lengthOf(searches[key].blocks)) * 1_000_000;
	findings.table(
		`Detection in Node: page of ${megabytes(page)} MB of text in ${page.length} blocks, sample of ${megabytes(sample)} MB from ` +
			`all over it, ${terms.length} terms, medians of n = ${ROUNDS}`,
		["", "ms", "ms per MB", "x touching", "found"],
		(Object.keys(searches) as (keyof typeof searches)[]).map((key) => [
			searches[key].label,
			short(medianOf(key)),
			short(perMegabyte(key)),
			short(perMegabyte(key) / perMegabyte("touchPage")),
			searches[key].run === search.touch ? "" : String(foundBy(key)),
		]),
	);
	const peers = {
		touch: "touching every character",
		regExp: "a RegExp of all terms",
		automaton: "Aho–Corasick (modern-ahocorasick)",
	};
	const theirs = Object.entries(peers).map(([key, peer]) => ({ peer, value: perMegabyte(key as keyof typeof peers) }));
	compareWithPeers(perMegabyte("ours"), theirs, findings);
	const peer = "once the text";
	findings.ratio({
		what: "finding mentions in ten times the text",
		peer,
		ours: medianOf("tenTimes"),
		theirs: medianOf("ours"),
		unit: "ms",
		aim: AIM,
	});
	findings.ratio({
		what: "the same as one block, longer than any that the product reads",
		peer,
		ours: medianOf("tenInOne"),
		theirs: medianOf("oneBlock"),
		unit: "ms",
	});
	findings.ratio({
		what: "noise: finding mentions in text",
		peer: "the very same again",
		ours: medianOf("again"),
		theirs: medianOf("ours"),
		unit: "ms",
	});
}

interface Search {
	label: string;
	run: (blocks: string[]) => InNode.Timed;
	blocks: string[];
}

/** Runs all searches one after the other, again and again, so that whatever else this machine does meets all alike. */
function measureInTurns<Key extends string>(searches: Record<Key, Search>) {
	const keys = Object.keys(searches) as Key[];
	const times = new Map(keys.map((key): [Key, number[]] => [key, []]));
	const found = new Map<Key, number>();
	// The first round is not counted: there the code is still being compiled.
	for (let round = 0; round <= ROUNDS; round++) {
		for (const key of keys) {
			const { run, blocks } = searches[key];
			const { ms, count } = run(blocks);
			found.set(key, count);
			if (round > 0) times.get(key)?.push(ms);
		}
	}
	return { medianOf: (key: Key) => median(times.get(key) ?? []), foundBy: (key: Key) => found.get(key) };
}

function compareWithPeers(ours: number, peers: { peer: string; value: number }[], findings: Findings): void {
	for (const { peer, value } of peers) {
		findings.ratio({ what: "finding mentions in text, in Node", peer, ours, theirs: value, unit: "ms per MB" });
	}
	findings.plot({
		file: "detection",
		title: "Searching a text for all terms, in Node",
		unit: "ms per MB of text",
		bars: [
			{ label: "Symptom Lens", value: ours, isOurs: true },
			...peers.map(({ peer, value }) => ({ label: peer, value, isOurs: false })),
		],
	});
}

function megabytes(blocks: string[]): string {
	return (lengthOf(blocks) / 1_000_000).toFixed(1);
}
