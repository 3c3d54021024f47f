import { lexicon } from "virtual:lexicon";
import AhoCorasick from "modern-ahocorasick";
import { Detector } from "../../../lib/detection/find-mentions";
import { JUDGED_LENGTH } from "../../../lib/detection/page-context";

/** How long something took, in milliseconds, and what it counted. */
export interface Timed {
	ms: number;
	count: number;
}

/** What is timed in Node; each returns how much it found or touched. */
export interface Searches {
	/** Judges the page by the beginning of its text, then finds mentions in each block. */
	findMentions: (blocks: string[]) => Timed;
	/** Touches every character and does nothing else. */
	touch: (blocks: string[]) => Timed;
	/** One regular expression that lists all terms. */
	matchRegExp: (blocks: string[]) => Timed;
	/** An Aho–Corasick automaton of all terms; wants text in lower case. */
	matchAutomaton: (blocks: string[]) => Timed;
}

/** Prepares every search for the same terms, which come in lower case and longest first. */
export function prepare(terms: string[]): Searches {
	const detector = new Detector(lexicon);
	const pattern = new RegExp(`\\b(?:${terms.map((term) => RegExp.escape(term)).join("|")})\\b`, "gi");
	const automaton = new AhoCorasick(terms);
	return {
		findMentions: timed((blocks) => {
			detector.judgePage(beginningOf(blocks));
			let count = 0;
			for (const block of blocks) count += detector.findMentions(block).length;
			return count;
		}),
		touch: timed((blocks) => {
			let sum = 0;
			for (const block of blocks) for (let at = 0; at < block.length; at++) sum = (sum + block.charCodeAt(at)) | 0;
			return sum;
		}),
		matchRegExp: timed((blocks) => {
			let count = 0;
			for (const block of blocks) for (const _ of block.matchAll(pattern)) count++;
			return count;
		}),
		matchAutomaton: timed((blocks) => {
			let count = 0;
			for (const block of blocks) count += automaton.search(block).length;
			return count;
		}),
	};
}

/** As much of the text as the page is judged by. Joining all of it would cost more than judging. */
function beginningOf(blocks: string[]): string {
	let count = 0;
	for (let length = 0; count < blocks.length && length < JUDGED_LENGTH; count++) length += (blocks[count] ?? "").length;
	return blocks.slice(0, count).join("\n");
}

function timed(work: (blocks: string[]) => number): (blocks: string[]) => Timed {
	return (blocks) => {
		const start = performance.now();
		const count = work(blocks);
		return { ms: performance.now() - start, count };
	};
}
