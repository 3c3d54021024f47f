import { DEEPEST_JSON, LONGEST_JSON, MOST_THINGS } from "./capture-limits";
import type { PageText } from "./page-text";
import { attributeOf } from "./page-text";
import { type Thing, typeName } from "./thing";

/** The things that the page's JSON-LD blocks describe, nested ones too. A block that is broken or too long is skipped. */
export function readJsonLd(page: PageText): Thing[] {
	const reader = new JsonLdReader();
	for (const element of page.elements) {
		if (element.tag !== "script" || !/ld\+json/i.test(attributeOf(element, "type") ?? "")) continue;
		const json = element.node?.textContent ?? "";
		if (json.length > LONGEST_JSON) continue;
		try {
			reader.read(JSON.parse(json), 0);
		} catch {
			// A comma too many is common; the page has other sources.
		}
	}
	reader.link();
	return reader.things;
}

class JsonLdReader {
	readonly things: Thing[] = [];
	readonly #byId = new Map<string, Thing>();

	read(value: unknown, depth: number): string | Thing | null {
		if (typeof value === "string") return value;
		if (typeof value === "number") return String(value);
		if (typeof value !== "object" || value === null || depth > DEEPEST_JSON) return null;
		if (this.things.length >= MOST_THINGS) return null;
		if (Array.isArray(value)) {
			for (const each of value) this.read(each, depth + 1);
			return null;
		}
		return this.#readThing(value, depth);
	}

	/** Puts what was described elsewhere in place of `{"@id": …}`. */
	link(): void {
		for (const { values } of this.things) {
			for (const [name, list] of values) {
				values.set(
					name,
					list.map((value) => (typeof value !== "string" && isReference(value) && this.#byId.get(value.id)) || value),
				);
			}
		}
	}

	#readThing(object: object, depth: number): Thing {
		const thing: Thing = { id: "", types: [], values: new Map(), isMarkup: true };
		this.things.push(thing);
		// Own entries into a map: a key named "__proto__" is a key like others here.
		for (const [name, value] of Object.entries(object)) {
			const list = (Array.isArray(value) ? value : [value])
				.slice(0, MOST_THINGS)
				.map((each) => this.read(each, depth + 1))
				.filter((each) => each !== null);
			if (name === "@type") thing.types = list.filter((each) => typeof each === "string").map(typeName);
			else if (name === "@id") thing.id = typeof value === "string" ? value : "";
			else if (name === "@value" || name !== "@context") thing.values.set(name, list);
		}
		if (thing.id !== "" && !isReference(thing) && !this.#byId.has(thing.id)) this.#byId.set(thing.id, thing);
		return thing;
	}
}

function isReference({ id, types, values }: Thing): boolean {
	return id !== "" && types.length === 0 && values.size === 0;
}
