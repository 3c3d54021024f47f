import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RowPages } from "../../lib/browse/row-pages";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const rest = () => vi.advanceTimersByTimeAsync(1_000);
const numbers = async (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

describe("the rows of a long list", () => {
	it("are read page by page where the reader rests, and not where one flies past", async () => {
		const read = vi.fn(numbers);
		const onChange = vi.fn();
		const pages = new RowPages(read, onChange);

		for (let index = 0; index < 10_000; index += 10) pages.need(index)();
		pages.need(10_003);
		pages.need(10_004);
		expect(pages.rowAt(10_003)).toBeUndefined();
		await rest();

		expect(read.mock.calls).toEqual([[10_000, 50]]);
		expect(pages.rowAt(10_003)).toBe(10_003);
		expect(onChange).toHaveBeenCalledTimes(1);
	});

	it("do not pile up: what was seen long ago is read again when it is needed again", async () => {
		const read = vi.fn(numbers);
		const pages = new RowPages(read, () => undefined, await numbers(0, 50));
		pages.need(0);
		for (let index = 50; index < 5_000; index += 50) {
			const leave = pages.need(index);
			await rest();
			leave();
		}

		const kept = Array.from({ length: 100 }, (_, page) => pages.rowAt(page * 50)).filter((row) => row !== undefined);
		expect(kept).toHaveLength(20);
		expect(kept[0]).toBe(0);
		expect(read).not.toHaveBeenCalledWith(0, 50);
		pages.need(50);
		await rest();
		expect(pages.rowAt(50)).toBe(50);
	});

	it("are all there that came with the list, and are not read again", async () => {
		const read = vi.fn(numbers);
		const pages = new RowPages(read, () => undefined, await numbers(0, 70));
		for (const index of [0, 49, 50, 69]) {
			expect(pages.rowAt(index)).toBe(index);
			pages.need(index);
		}
		await rest();

		expect(read).not.toHaveBeenCalled();
	});

	it("that cannot be read are asked for again with the next row on show", async () => {
		const read = vi.fn(numbers).mockResolvedValueOnce(undefined as never);
		const pages = new RowPages<number>(read, () => undefined);
		pages.need(7);
		await rest();
		expect(pages.rowAt(7)).toBeUndefined();
		pages.need(8);
		await rest();

		expect(pages.rowAt(7)).toBe(7);
	});

	it("are read once more when something about them has changed, as far as they are on show", async () => {
		let version = "old";
		const read = vi.fn(async (first: number, count: number) =>
			(await numbers(first, count)).map((row) => `${version} ${row}`),
		);
		const pages = new RowPages<string>(read, () => undefined);
		pages.need(0);
		const leave = pages.need(100);
		await rest();
		leave();
		version = "new";
		await pages.reload();

		expect(pages.rowAt(0)).toBe("new 0");
		expect(pages.rowAt(100)).toBeUndefined();
	});
});
