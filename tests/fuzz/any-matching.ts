import fc from "fast-check";

/** What is used of JSON Schema by the requests. */
export interface JsonSchema {
	type?: string;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	enum?: unknown[];
	const?: unknown;
	pattern?: string;
	format?: string;
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	minimum?: number;
	maximum?: number;
	exclusiveMinimum?: number;
}

/** Values that match a schema, or nearly: a length may be one too many. */
export function anyMatching(schema: JsonSchema): fc.Arbitrary<unknown> {
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices) return fc.oneof(...choices.map(anyMatching));
	if (schema.enum) return fc.constantFrom(...schema.enum);
	if (schema.const !== undefined) return fc.constant(schema.const);
	switch (schema.type) {
		case "object":
			return anyObject(schema);
		case "array":
			return fc.array(anyMatching(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 3 });
		case "string":
			return anyText(schema);
		case "integer":
		case "number":
			return anyNumber(schema);
		case "boolean":
			return fc.boolean();
		case "null":
			return fc.constant(null);
		default:
			return fc.option(fc.jsonValue(), { nil: undefined });
	}
}

function anyObject({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
	const fields = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, anyMatching(inner)]));
	return fc.record(fields, { requiredKeys: required });
}

function anyText({ pattern, format, minLength = 0, maxLength = 1_000 }: JsonSchema): fc.Arbitrary<unknown> {
	if (format === "uri") return fc.constantFrom("https://example.org/a", "http://a.b", "HTTPS://EXAMPLE.ORG/%00");
	if (format === "date") return fc.constantFrom("2024-02-29", "0001-01-01", "9999-12-31", "2023-02-29");
	if (pattern !== undefined) return fc.constantFrom("a", "lip-twitching", "constructor", "a1-b2", "to-string");
	const long = fc.constantFrom(maxLength, maxLength + 1).map((length) => "x".repeat(length));
	return fc.oneof(
		{ weight: 5, arbitrary: fc.string({ unit: "binary", minLength, maxLength: Math.min(maxLength, 30) }) },
		fc.constantFrom("https://example.org/", "javascript:alert(1)", "__proto__", " tag ", "a"),
		long,
	);
}

function anyNumber({ type, minimum = -10, maximum = 2 ** 53 - 1 }: JsonSchema): fc.Arbitrary<unknown> {
	const edges = fc.constantFrom(minimum, minimum - 1, maximum, maximum + 1, 1);
	return type === "integer" ? edges : fc.oneof(edges, fc.double({ noNaN: true, noDefaultInfinity: true }));
}

/** Paths of a value at which something stands that the schema does not name, or that is no plain data. */
export function unnamedIn(value: unknown, schema: JsonSchema, path = "request"): string[] {
	if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
	if (typeof value !== "object" || value === null)
		return ["string", "boolean", "undefined", "object"].includes(typeof value) ? [] : [path];
	const choices = schema.anyOf ?? schema.oneOf ?? [schema];
	if (Array.isArray(value)) {
		const items = choices.find(({ type }) => type === "array")?.items;
		if (!items || Object.keys(value).length !== value.length) return [path];
		return value.flatMap((item, index) => unnamedIn(item, items, `${path}[${index}]`));
	}
	// Of several kinds of objects, the one whose `type` it has.
	const properties = choices
		.filter(({ type }) => type === "object")
		.map((choice) => choice.properties ?? {})
		.find(({ type }) => type?.const === undefined || type.const === (value as { type?: unknown }).type);
	if (!properties || Object.getPrototypeOf(value) !== Object.prototype) return [path];
	return Reflect.ownKeys(value).flatMap((key) => {
		const inner = typeof key === "string" && Object.hasOwn(properties, key) ? properties[key] : undefined;
		const place = `${path}.${String(key)}`;
		return inner ? unnamedIn((value as Record<PropertyKey, unknown>)[key], inner, place) : [place];
	});
}
