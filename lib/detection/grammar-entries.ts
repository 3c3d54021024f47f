import type { Grammar } from "../../data/grammar-schema";
import { Context, Cue } from "./lexicon";
import { type Entry, entriesOf } from "./lexicon-entries";
import { spellingOf } from "./term-flags";

type ContextName = keyof (Grammar["context"] & Grammar["links"] & Pick<Grammar["words"], "determiners" | "fillers">);

const CONTEXT_MASKS: Record<ContextName, number> = {
	health: Context.HEALTH,
	firstPerson: Context.FIRST_PERSON,
	people: Context.PEOPLE,
	topics: Context.TOPIC,
	otherMeanings: Context.OTHER_MEANING,
	determiners: Context.DETERMINER,
	fillers: Context.FILLER,
	prepositions: Context.PREPOSITION,
	place: Context.PLACE,
	links: Context.LINK,
	lists: Context.LIST,
	breakers: Context.BREAKER,
	suffering: Context.SUFFERING,
	singular: Context.SINGULAR,
	subjects: Context.SUBJECT,
	english: Context.ENGLISH,
	foreign: Context.FOREIGN,
};

/** These tell languages, people and their number apart by their very form: "was" is English, "wars" is not "war". */
const EXACT_CONTEXTS = new Set<ContextName>(["english", "foreign", "firstPerson", "singular"]);

const CUE_MASKS: { [Name in keyof Grammar["cues"]]: Record<keyof Grammar["cues"][Name], number> } = {
	denied: {
		before: Cue.DENIED_BEFORE,
		after: Cue.DENIED_AFTER,
		beside: Cue.DENIED_BESIDE,
		not: Cue.DENIED_NOT,
		end: Cue.DENIED_END,
		undone: Cue.DENIED_UNDONE,
	},
	possible: { before: Cue.POSSIBLE_BEFORE, after: Cue.POSSIBLE_AFTER },
	otherPerson: { before: Cue.OTHER_BEFORE, not: Cue.OTHER_NOT, end: Cue.OTHER_END },
	past: { before: Cue.PAST_BEFORE, after: Cue.PAST_AFTER, not: Cue.PAST_NOT, end: Cue.PAST_END },
	general: { before: Cue.GENERAL_BEFORE, after: Cue.GENERAL_AFTER, not: Cue.GENERAL_NOT, end: Cue.GENERAL_END },
};

/** The cues of the grammar, each with the mask of the side it works to. */
export function cueEntries(cues: Grammar["cues"], normalise: (term: string) => string): Entry[] {
	return keysOf(CUE_MASKS).flatMap((name) => {
		const masks: Record<string, number> = CUE_MASKS[name];
		return Object.entries(cues[name]).flatMap(([side, terms]) => entriesOf(terms, masks[side] as number, normalise));
	});
}

/** The other words that the grammar goes by, what makes an ambiguous term a symptom among them, each with its mask. */
export function contextEntries({ context, links, words }: Grammar, normalise: (term: string) => string): Entry[] {
	const { determiners, fillers } = words;
	const phrases: Record<ContextName, string[]> = { ...context, ...links, determiners, fillers };
	return keysOf(CONTEXT_MASKS).flatMap((name) =>
		entriesOf(
			phrases[name].map((term) => (EXACT_CONTEXTS.has(name) && !term.includes(" ") ? `=${term}` : term)),
			CONTEXT_MASKS[name],
			normalise,
		),
	);
}

/** A longer cue hides the shorter ones in it, but what ended the reach of another still does: "but" in "but no sign of". */
export function withInnerEnds(cues: Entry[]): Entry[] {
	const ends = Cue.DENIED_END | Cue.OTHER_END | Cue.PAST_END | Cue.GENERAL_END;
	const endsOf = new Map(cues.map(({ term, value }) => [spellingOf(term), value & ends]));
	return cues.map(({ term, value }) => ({
		term,
		value: spellingOf(term)
			.split(" ")
			.reduce((mask, word) => mask | (endsOf.get(word) ?? 0), value),
	}));
}

/** The keys of a record whose type names them all. */
function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
	return Object.keys(record) as Key[];
}
