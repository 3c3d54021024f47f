/** What a message may carry in the place of what was expected: Firefox sends whatever can be cloned. By name, so that a counterexample stays plain JSON. */
export const HOSTILE_VALUES: Record<string, () => unknown> = {
	undefined: () => undefined,
	null: () => null,
	"not a number": () => Number.NaN,
	infinity: () => Number.POSITIVE_INFINITY,
	"minus zero": () => -0,
	"a half": () => 0.5,
	"the largest number": () => Number.MAX_VALUE,
	"one more than is exact": () => 2 ** 53,
	"a big number": () => 10n ** 30n,
	"a number as text": () => "1",
	"a huge text": () => "x".repeat(1_500_000),
	"spaces without end": () => " ".repeat(200_000),
	"half a pair": () => "\ud800",
	"an address that runs": () => "javascript:alert(1)",
	"an address that runs in a second line": () => "https://example.org\njavascript:alert(1)",
	"marks of direction": () => "\u202e\u2066",
	"a name of every object": () => "__proto__",
	"a long id": () => "a-".repeat(50_000),
	"an object that sets a prototype": () => JSON.parse('{"__proto__":{"isOn":true}}'),
	"an object with a constructor": () => ({ constructor: { prototype: { isOn: true } } }),
	"an object without prototype": () => Object.create(null),
	"an object that waits": () => JSON.parse('{"then":"x"}'),
	"a long list": () => Array.from({ length: 200_000 }, () => "x"),
	"a list with holes": () => new Array(50),
	"a list with a name": () => Object.assign(["x"], { extra: true }),
	"a deep list": () => nested(3_000),
	"a circle": () => {
		const circle: Record<string, unknown> = {};
		circle.id = circle;
		return circle;
	},
	"a date": () => new Date(0),
	"no date": () => new Date(Number.NaN),
	"a map": () => new Map([["id", "a"]]),
	"a set": () => new Set(["a"]),
	bytes: () => new Uint8Array(1_000),
	"a pattern": () => /(a+)+$/,
	"an error": () => new Error("x"),
	true: () => true,
	"a boxed text": () => Object("x"),
};

function nested(depth: number): unknown {
	let list: unknown = [];
	for (let level = 0; level < depth; level++) list = [list];
	return list;
}
