import type { Answer } from "../../data/schema";

/** What has names and answers are filtered by: the site, who replied, and the specialty. */
export type NameFacet = "site" | "doctor" | "specialty";

/** Longest name that is told apart, in characters; `lib/import` takes none that is longer. */
export const LONGEST_NAME = 500;

/** What a list of answers is filtered and sorted by. */
export interface AnswerFacets {
	/** Each name once, in the order of the replies. */
	names: Record<NameFacet, string[]>;
	/** `YYYY-MM-DD` of the newest reply or question; null if none has a date. */
	day: string | null;
	title: string;
}

/** The facets of an answer. Who replied is the named doctor, else the institution, else the site, as the answer is shown. */
export function facetsOf({ site, title, question, replies }: Answer): AnswerFacets {
	const days = [question.askedOn, ...replies.map(({ repliedOn }) => repliedOn)].filter((day) => day !== null);
	return {
		names: {
			site: distinct([site]),
			doctor: distinct(replies.map(({ doctor, hospital }) => doctor ?? hospital ?? site)),
			specialty: distinct(replies.flatMap(({ specialty }) => specialty ?? [])),
		},
		day: days.sort().at(-1) ?? null,
		title,
	};
}

function distinct(names: string[]): string[] {
	return [...new Set(names.map((name) => name.slice(0, LONGEST_NAME)))];
}
