import type { Mention } from "../detection/find-mentions";
import type { Settings } from "../settings";
import type { TextRun } from "./text-blocks";

/** What the reader wants to see of all mentions; depends on nothing personal but these settings. */
export type MentionChoice = Pick<Settings, "mentions" | "mostInParagraph" | "hiddenSymptoms">;

/** A heading, or what wraps one, begins a section where it stands among its siblings. */
const HEADING = ":is(h1,h2,h3,h4,h5,h6,[role=heading]),:has(>:is(h1,h2,h3,h4,h5,h6))";
/** Elements that are a section whatever stands in them: a post, a cell, a dialog. */
const SECTION = "article,section,main,aside,dialog,td,li,body,[role=article],[role=dialog]";
/** Siblings that are looked at for a heading: a page of ten thousand siblings must not cost their square. */
const MOST_SIBLINGS = 100;

/** Leaves out the mentions that the reader does not want to see. */
export class MentionChooser {
	readonly #choice: MentionChoice;
	readonly #wanted: Set<string>;
	/** Of each section, the text that holds the first mention of each symptom. */
	readonly #firsts = new WeakMap<Node, Map<string, Node>>();

	/** `shownSymptoms`: those whose card has something to say. */
	constructor(shownSymptoms: readonly string[], choice: MentionChoice) {
		this.#choice = choice;
		this.#wanted = new Set(shownSymptoms.filter((id) => !choice.hiddenSymptoms.includes(id)));
	}

	/** The mentions of symptoms that the reader wants to see at all. */
	wanted(mentions: Mention[]): Mention[] {
		return mentions.filter(({ symptomId }) => this.#wanted.has(symptomId));
	}

	/** The mentions of a run, in their order, that are to be underlined. The same run gets the same answer again. */
	choose(run: TextRun, block: Node, mentions: Mention[]): Mention[] {
		const isThinned = this.#choice.mentions === "first" && mentions.length > 0;
		const first = isThinned ? this.#firstOnes(run, block, mentions) : mentions;
		return this.#choice.mostInParagraph > 0 ? first.slice(0, this.#choice.mostInParagraph) : first;
	}

	#firstOnes(run: TextRun, block: Node, mentions: Mention[]): Mention[] {
		const node = run.parts[0]?.node as Node;
		const section = sectionOf(block);
		const firsts = this.#firsts.get(section) ?? new Map<string, Node>();
		this.#firsts.set(section, firsts);
		const seen = new Set<string>();
		return mentions.filter(({ symptomId }) => {
			const holder = firsts.get(symptomId);
			if (seen.has(symptomId) || (holder?.isConnected && holder !== node)) return false;
			firsts.set(symptomId, node);
			seen.add(symptomId);
			return true;
		});
	}
}

/** The element that stands for the section of a text: the heading above it, or what encloses it. */
function sectionOf(block: Node): Node {
	for (let node: Node = block; ; ) {
		if (!(node instanceof Element) || node.matches(SECTION)) return node;
		let sibling = node.previousElementSibling;
		for (let count = 0; sibling && count < MOST_SIBLINGS; count++) {
			if (sibling.matches(HEADING)) return sibling;
			sibling = sibling.previousElementSibling;
		}
		if (!node.parentNode) return node;
		node = node.parentNode;
	}
}
