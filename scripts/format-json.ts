/** As wide as Biome lets a line be (`biome.json`); a tab counts as two columns. */
const WIDEST_LINE = 120;

/**
 * A value as the files of `data/` are written, the same as Biome writes it: tabs, one field or item on a line, a list
 * of plain values on one line if it fits.
 */
export function formatJson(value: unknown): string {
	return `${print(value, 0, 0)}\n`;
}

/** What a JSON text says; undefined if it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** `taken`: columns of its line that are taken by what stands before the value and the comma after it. */
function print(value: unknown, depth: number, taken: number): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const isList = Array.isArray(value);
	const fields = Object.entries(value);
	const entries = fields.map(([name, inner], index) => {
		const key = isList ? "" : `${JSON.stringify(name)}: `;
		const comma = index < fields.length - 1 ? 1 : 0;
		return key + print(inner, depth + 1, 2 * (depth + 1) + key.length + comma);
	});
	const [open, close] = isList ? ["[", "]"] : ["{", "}"];
	if (entries.length === 0) return open + close;
	const isPlain = isList && value.every((item) => typeof item !== "object" || item === null);
	const line = `[${entries.join(", ")}]`;
	if (isPlain && taken + line.length <= WIDEST_LINE) return line;
	const tabs = "\t".repeat(depth);
	return `${open}\n${entries.map((entry) => `${tabs}\t${entry}`).join(",\n")}\n${tabs}${close}`;
}
