import { expect, it } from "vitest";
import { validNumber } from "../lib/emergency-number";

it.each([
	["999", "999"],
	[" 1 1 2 ", "112"],
	["06-112", "06112"],
	["", ""],
	["911; rm", ""],
	["call 911", ""],
	["1", ""],
	["12345678", ""],
	[undefined, ""],
	[999, ""],
])("what is kept of %j as an emergency number is %j", (stored, kept) => {
	expect(validNumber(stored)).toBe(kept);
});
