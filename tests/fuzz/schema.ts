import assert from "node:assert/strict";
import fc from "fast-check";
import * as z from "zod/mini";
import { tryParse } from "../../lib/import/try-parse";
import { contentToCardSchema } from "../../lib/messaging/card-port";
import { requestSchemas } from "../../lib/messaging/request-schemas";
import { anyMatching, type JsonSchema, unnamedIn } from "./any-matching";
import { type FuzzTarget, promise } from "./fuzz-target";
import { HOSTILE_VALUES } from "./hostile-values";

/** By name: every request of our pages, and what a content script tells of a term, which a hostile page may have written. */
const SCHEMAS: Record<string, z.ZodMiniType> = { ...requestSchemas, contentToCard: contentToCardSchema };
const names = Object.keys(SCHEMAS);
const shapes = new Map(
	Object.entries(SCHEMAS).map(([name, schema]) => [
		name,
		z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema,
	]),
);

/** Where a hostile value is put: along these keys, each a key of its own or a place among those that are there. */
const edit = fc.record({
	path: fc.array(fc.oneof(fc.nat(12), fc.constantFrom("__proto__", "constructor", "prototype", "extra", "then")), {
		minLength: 1,
		maxLength: 4,
	}),
	put: fc.constantFrom(...Object.keys(HOSTILE_VALUES)),
});
const request = fc.constantFrom(...names).chain((name) =>
	fc.record({
		name: fc.constant(name),
		value: fc.oneof({ weight: 4, arbitrary: anyMatching(shapes.get(name) ?? {}) }, fc.jsonValue()),
		edits: fc.array(edit, { maxLength: 3 }),
	}),
);

/** The request with the hostile values put in. */
function spoilt(value: unknown, edits: { path: (string | number)[]; put: string }[]): unknown {
	// As a message has it: a copy, on which `__proto__` is a key like any other.
	const copy = value === undefined ? undefined : JSON.parse(JSON.stringify(value));
	return edits.reduce((whole, { path, put }) => withPut(whole, path, HOSTILE_VALUES[put]?.()), copy);
}

function withPut(whole: unknown, [key = "extra", ...further]: (string | number)[], hostile: unknown): unknown {
	if (!isPlain(whole)) return hostile;
	const keys = Object.keys(whole);
	const name = typeof key === "number" ? (keys[key % (keys.length || 1)] ?? "extra") : key;
	const inner = Object.getOwnPropertyDescriptor(whole, name)?.value;
	const put = further.length > 0 && isPlain(inner) ? withPut(inner, further, hostile) : hostile;
	// An assignment to `__proto__` would set the prototype.
	Reflect.defineProperty(whole, name, { value: put, configurable: true, enumerable: true, writable: true });
	return whole;
}

const isPlain = (value: unknown): value is object =>
	Array.isArray(value) || (typeof value === "object" && value !== null && value.constructor === Object);

export const schema: FuzzTarget = {
	name: "schema",
	properties: [
		promise(
			"a message is parsed to the named fields and nothing else, or refused",
			request,
			({ name, value, edits }) => {
				const sent = spoilt(value, edits);
				const schema = SCHEMAS[name] as z.ZodMiniType;
				// Whoever parses a message takes an error of any kind for a refusal.
				const parsed = tryParse(schema, sent);
				assert.deepEqual(Object.keys(Object.prototype), []);
				if (!parsed.success) return assert.ok(parsed.error.issues.length > 0);
				assert.deepEqual(unnamedIn(parsed.data, shapes.get(name) ?? {}), []);
				assert.deepEqual(schema.safeParse(parsed.data).data, parsed.data);
			},
		),
	],
};
