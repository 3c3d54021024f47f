import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedDay } from "../../lib/capture/printed-day";

describe("a printed day", () => {
	it.each([
		["2021/01/24", "2021-01-24"],
		["2021-1-4 10:30", "2021-01-04"],
		["2021-01-24T23:59:00+08:00", "2021-01-24"],
		["2021年1月24日", "2021-01-24"],
		["24 January 2021", "2021-01-24"],
		["Sunday, 24th of Jan. 2021", "2021-01-24"],
		["Sept 3, 2021", "2021-09-03"],
		["24/01/2021", "2021-01-24"],
		["01/24/2021", "2021-01-24"],
		["05.05.2021", "2021-05-05"],
	])("%s is %s", (text, day) => {
		expect(printedDay(text)).toBe(day);
	});

	it.each([
		["which may be two days", "03/04/2021"],
		["without its day", "January 2021"],
		["without its year", "24 January"],
		["that does not exist", "2021/02/30"],
		["that does not exist in words", "31 April 2021"],
		["with a year of two digits", "24/01/21"],
		["among other digits", "2021/01/245"],
		["in no calendar", "soon"],
	])("%s is not told: %s", (_why, text) => {
		expect(printedDay(text)).toBeNull();
	});

	it("is always a day that exists, or null, whatever stands there", () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}$/), (text) => {
				const day = printedDay(text);
				expect(day === null || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)).toBe(true);
			}),
		);
	});
});
