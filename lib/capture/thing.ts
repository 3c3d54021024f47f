/** Something that a page describes in the words of schema.org, from JSON-LD or microdata. */
export interface Thing {
	/** Its `@id`, or "". */
	id: string;
	/** Without the address: "Question". */
	types: string[];
	values: Map<string, (string | Thing)[]>;
	/** True if its texts may hold HTML. */
	isMarkup: boolean;
}

/** "Question" of "https://schema.org/Question", "schema:Question" and "Question". */
export function typeName(type: string): string {
	return type.replace(/^.*[/#:]/s, "");
}

/** True if the thing is of one of the types. */
export function isA(thing: Thing, ...types: string[]): boolean {
	return thing.types.some((type) => types.includes(type));
}

/** The things under any of the names, in the order of the names. */
export function thingsOf(thing: Thing, ...names: string[]): Thing[] {
	return names.flatMap((name) => thing.values.get(name) ?? []).filter((value) => typeof value !== "string");
}

/** The texts under any of the names; of things, their `name` or `@value`. */
export function textsOf(thing: Thing, ...names: string[]): string[] {
	return names
		.flatMap((name) => thing.values.get(name) ?? [])
		.flatMap((value) => {
			if (typeof value === "string") return [value];
			const named = value.values.get("@value") ?? value.values.get("name") ?? [];
			return named.filter((each) => typeof each === "string").slice(0, 1);
		})
		.filter((text) => text.trim() !== "");
}

/** The first of `textsOf`, or "". */
export function textIn(thing: Thing, ...names: string[]): string {
	return textsOf(thing, ...names)[0] ?? "";
}
