/**
 * The obvious way to find terms, far too slow for a page: try every term at every
 * word. It shares no code with the detector, so that where both agree, both are right.
 */

export interface NaiveLexicon {
	/** Kind of name -> what is named -> its terms, as content files write them (`?`, `=`). */
	terms: Record<NameKind, Record<string, string[]>>;
	/** Lines of a base form and all its other forms. */
	forms: string[];
	/** "Can" -> "can't", where "not" follows. */
	contractions: Record<string, string>;
	determiners: string[];
	fillers: string[];
}

export type NameKind = "symptoms" | "parts" | "heads";

/** Word numbers, `to` exclusive; `names` are sorted and only of complaints more than one. */
export interface NaiveHit {
	from: number;
	to: number;
	names: string[];
	isAmbiguous: boolean;
}

interface NaiveWord {
	start: number;
	end: number;
	spelling: string;
	base: string | undefined;
	/** Only spaces and hyphens stand before it. */
	isJoined: boolean;
}

interface NaiveTerm {
	name: string;
	bases: string[];
	lastSpelling: string;
	isExact: boolean;
	isAmbiguous: boolean;
}

const MOST_SKIPPED = 2;
/** As the list of fillers writes it. */
const ANY_NUMBER = "0";
const POSSESSIVES = ["my", "your", "his", "her", "their", "our", "its"];

export class NaiveMatcher {
	readonly #lexicon: NaiveLexicon;
	readonly #baseOf: Map<string, string>;
	readonly #passedOver: string[];

	constructor(lexicon: NaiveLexicon) {
		this.#lexicon = lexicon;
		this.#passedOver = [...lexicon.determiners, ...lexicon.fillers];
		this.#baseOf = new Map(
			lexicon.forms.flatMap((line) => line.split(" ").map((form) => [form, line.split(" ")[0] as string] as const)),
		);
	}

	words(text: string): NaiveWord[] {
		const words: NaiveWord[] = [];
		for (const match of text.matchAll(/[a-z0-9]+(?:['’][a-z0-9]+)*/gi)) {
			const whole = match[0].toLowerCase().replaceAll("’", "'");
			const owner = this.#isKnown(whole) ? whole : whole.replace(/'s$/, "");
			const spelling = /^\d+$/.test(owner) ? ANY_NUMBER : owner;
			const end = match.index + match[0].length;
			const last = words.at(-1);
			const isJoined = last !== undefined && /^[\s-]+$/.test(text.slice(last.end, match.index));
			const contraction = last && this.#lexicon.contractions[last.spelling];
			if (isJoined && spelling === "not" && contraction) {
				Object.assign(last, { end, spelling: contraction, base: contraction });
			} else {
				words.push({ start: match.index, end, spelling, base: this.#baseOf.get(spelling), isJoined });
			}
		}
		return words;
	}

	find(kind: NameKind, text: string): NaiveHit[] {
		const words = this.words(text);
		const terms = this.#termsOf(kind);
		const hits: NaiveHit[] = [];
		let from = 0;
		while (from < words.length) {
			const hit = this.#longestAt(from, words, terms);
			if (hit) hits.push(hit);
			from = hit ? hit.to : from + 1;
		}
		return hits;
	}

	#longestAt(from: number, words: NaiveWord[], terms: NaiveTerm[]): NaiveHit | undefined {
		const fitting = terms
			.map((term) => ({ term, to: this.#endOf(term, from, words) }))
			.filter((fit): fit is { term: NaiveTerm; to: number } => fit.to !== undefined);
		const to = Math.max(...fitting.map((fit) => fit.to));
		const longest = fitting.filter((fit) => fit.to === to).map(({ term }) => term);
		if (longest.length === 0) return undefined;
		const lastSpelling = words[to - 1]?.spelling;
		const speaker =
			longest.find((term) => term.lastSpelling === lastSpelling) ??
			longest.find((term) => term.lastSpelling === term.bases.at(-1)) ??
			longest[0];
		const names = [...new Set(longest.map(({ name }) => name))].sort();
		return { from, to, names, isAmbiguous: speaker?.isAmbiguous ?? false };
	}

	#endOf(term: NaiveTerm, from: number, words: NaiveWord[]): number | undefined {
		let skipped = 0;
		let at = from;
		for (const [index, base] of term.bases.entries()) {
			while (index > 0 && words[at]?.base !== base) {
				if (!words[at]?.isJoined || !this.#passedOver.includes(words[at]?.spelling ?? "") || skipped === MOST_SKIPPED)
					return;
				skipped++;
				at++;
			}
			if (words[at]?.base !== base || (index > 0 && !words[at]?.isJoined)) return;
			at++;
		}
		if (term.isExact && words[at - 1]?.spelling !== term.lastSpelling) return;
		return at;
	}

	#termsOf(kind: NameKind): NaiveTerm[] {
		return Object.entries(this.#lexicon.terms[kind]).flatMap(([name, terms]) =>
			terms.map((term) => {
				const spellings = term
					.replace(/^[?=]+/, "")
					.split(/[ -]/)
					.filter(
						(word, index, { length }) =>
							length === 1 || !this.#lexicon.determiners.includes(word) || (index === 0 && !POSSESSIVES.includes(word)),
					);
				return {
					name,
					bases: spellings.map((word) => this.#knownBase(word)),
					lastSpelling: spellings.at(-1) ?? "",
					isExact: /^\??=/.test(term),
					isAmbiguous: term.startsWith("?"),
				};
			}),
		);
	}

	#isKnown(word: string): boolean {
		return this.#baseOf.has(word) || this.#passedOver.includes(word);
	}

	#knownBase(word: string): string {
		const base = this.#baseOf.get(word);
		if (base === undefined) throw new Error(`"${word}" is in a term but not in the table of forms`);
		return base;
	}
}
