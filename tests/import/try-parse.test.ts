import { describe, expect, it } from "vitest";
import * as z from "zod";
import { tryParse } from "../../lib/import/try-parse";

describe("what a schema is held against", () => {
	it("is taken, or refused with its mistakes", () => {
		expect(tryParse(z.number(), 1)).toEqual({ success: true, data: 1 });
		expect(tryParse(z.number(), "1")).toMatchObject({ success: false, error: { issues: [{ path: [] }] } });
	});

	it("is refused, and does not fail, where it exhausts the stack", () => {
		const lists: z.ZodType = z.array(z.lazy(() => lists));
		let endless: unknown[] = [];
		for (let depth = 0; depth < 100_000; depth++) endless = [endless];

		expect(() => lists.safeParse(endless)).toThrow(RangeError);
		expect(tryParse(lists, endless)).toMatchObject({
			success: false,
			error: { issues: [{ message: expect.stringContaining("too many") }] },
		});
	});

	it("still fails where the schema itself is wrong", () => {
		const wrong = z.string().transform(() => {
			throw new TypeError("a fault of ours");
		});

		expect(() => tryParse(wrong, "")).toThrow("a fault of ours");
	});
});
