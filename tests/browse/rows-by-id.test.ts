import { describe, expect, it, vi } from "vitest";
import { RowsById } from "../../lib/browse/rows-by-id";

const rowsOf = () => {
	const read = vi.fn(async (ids: string[]) => ids.map((id) => ({ id, version: read.mock.calls.length })));
	const onChange = vi.fn();
	return { read, onChange, rows: new RowsById<{ id: string; version: number }>(read, onChange) };
};

describe("rows of a long list", () => {
	it("are read once, together, when they are needed", async () => {
		vi.useFakeTimers();
		const { read, onChange, rows } = rowsOf();

		rows.need("a");
		rows.need("b");
		rows.need("a");
		expect(rows.rowOf("a")).toBeUndefined();
		await vi.advanceTimersByTimeAsync(100);

		expect(read.mock.calls).toEqual([[["a", "b"]]]);
		expect(rows.rowOf("b")).toEqual({ id: "b", version: 1 });
		expect(onChange).toHaveBeenCalledTimes(1);
		vi.useRealTimers();
	});

	it("stay to be seen until they are read again, and are forgotten out of sight", async () => {
		vi.useFakeTimers();
		const { rows } = rowsOf();
		rows.need("a");
		const leave = rows.need("b");
		await vi.advanceTimersByTimeAsync(100);
		leave();

		const refreshed = rows.refresh([{ id: "c", version: 9 }]);
		expect(rows.rowOf("a")).toEqual({ id: "a", version: 1 });
		expect(rows.rowOf("b")).toBeUndefined();
		await refreshed;

		expect(rows.rowOf("a")).toEqual({ id: "a", version: 2 });
		expect(rows.rowOf("c")).toEqual({ id: "c", version: 9 });
		vi.useRealTimers();
	});
});
