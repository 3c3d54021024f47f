import { tagKey, tidyTags } from "../backup/saved-tags";
import type { SavedAnswer } from "../messaging/protocol";

/** What the personal list can be narrowed to; null narrows nothing. */
export interface SavedFilter {
	tag: string | null;
	symptomId: string | null;
	specialty: string | null;
	packId: string | null;
}

export const NO_SAVED_FILTER: SavedFilter = { tag: null, symptomId: null, specialty: null, packId: null };

/** `saved`: saved last first. `replied`: newest reply first, undated ones last. `symptom`, `title`: A to Z. */
export const SAVED_SORTS = ["saved", "replied", "symptom", "title"] as const;
export type SavedSort = (typeof SAVED_SORTS)[number];

/** Something to narrow the list to, and how many saved answers of the whole list that leaves. */
export interface SavedOption {
	value: string;
	name: string;
	count: number;
}

/** What each filter has to offer, by name. Symptoms are named by their ids. */
export type SavedFacets = Record<keyof SavedFilter, SavedOption[]>;

/** A saved answer as far as its place in the list needs it. */
export interface SavedPlace {
	id: string;
	savedAt: number;
	/** YYYY-MM-DD of the newest reply, empty where none has a date. */
	repliedOn: string;
	symptomId: string;
	title: string;
}

/** True if the answer fits every filter. */
export function fitsSaved(saved: SavedAnswer, { tag, symptomId, specialty, packId }: SavedFilter): boolean {
	return (
		(packId === null || saved.packId === packId) &&
		(tag === null || saved.tags.some((own) => tagKey(own) === tagKey(tag))) &&
		(symptomId === null || symptomsOf(saved).has(symptomId)) &&
		(specialty === null || saved.snapshot.replies.some((reply) => reply.specialty === specialty))
	);
}

/** What the sorts look at. */
export function placeOfSaved(saved: SavedAnswer): SavedPlace {
	const days = saved.snapshot.replies.map(({ repliedOn }) => repliedOn ?? "");
	return {
		id: saved.id,
		savedAt: saved.savedAt,
		repliedOn: days.reduce((newest, day) => (day > newest ? day : newest), ""),
		symptomId: [...symptomsOf(saved)][0] ?? "",
		title: saved.snapshot.title,
	};
}

/** Puts the list in order; what is equal stays as saved, the newest first. */
export function sortSaved(places: SavedPlace[], sort: SavedSort): SavedPlace[] {
	const { compare } = new Intl.Collator("en", { numeric: true });
	const orders: Record<SavedSort, (one: SavedPlace, other: SavedPlace) => number> = {
		saved: () => 0,
		replied: (one, other) => compare(other.repliedOn, one.repliedOn),
		// An answer about no symptom comes last.
		symptom: (one, other) => compare(one.symptomId || "\uffff", other.symptomId || "\uffff"),
		title: (one, other) => compare(one.title, other.title),
	};
	return places.sort((one, other) => orders[sort](one, other) || other.savedAt - one.savedAt);
}

/** Counts what the filters have to offer, one saved answer after another. */
export class SavedFacetCounter {
	readonly #counts: Record<keyof SavedFilter, Map<string, SavedOption>> = {
		tag: new Map(),
		symptomId: new Map(),
		specialty: new Map(),
		packId: new Map(),
	};

	add(saved: SavedAnswer): void {
		for (const tag of tidyTags(saved.tags, saved.tags.length)) this.#count("tag", tagKey(tag), tag);
		for (const symptomId of symptomsOf(saved)) this.#count("symptomId", symptomId, symptomId);
		const specialties = saved.snapshot.replies.map(({ specialty }) => specialty);
		for (const specialty of new Set(specialties)) if (specialty) this.#count("specialty", specialty, specialty);
		this.#count("packId", saved.packId, saved.packName);
	}

	facets(): SavedFacets {
		const { compare } = new Intl.Collator("en", { numeric: true });
		const options = (facet: keyof SavedFilter) =>
			[...this.#counts[facet].values()].sort((one, other) => compare(one.name, other.name));
		return {
			tag: options("tag"),
			symptomId: options("symptomId"),
			specialty: options("specialty"),
			packId: options("packId"),
		};
	}

	#count(facet: keyof SavedFilter, value: string, name: string): void {
		const option = this.#counts[facet].get(value);
		if (option) option.count++;
		else this.#counts[facet].set(value, { value, name, count: 1 });
	}
}

/** The symptom it was met with first, then those that the answer names. */
function symptomsOf({ context, snapshot }: SavedAnswer): Set<string> {
	return new Set([...(context.symptomId ? [context.symptomId] : []), ...snapshot.symptoms]);
}
