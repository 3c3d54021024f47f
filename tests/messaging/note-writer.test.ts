import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createNoteWriter } from "../../lib/messaging/note-writer";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("a note", () => {
	it("is kept once, after a pause in typing", async () => {
		const keep = vi.fn(async () => true);
		const writer = createNoteWriter(keep, 500);

		writer.write("one", "A");
		await vi.advanceTimersByTimeAsync(400);
		writer.write("one", "Ask");
		await vi.advanceTimersByTimeAsync(400);
		expect(keep).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(200);

		expect(keep.mock.calls).toEqual([["one", "Ask"]]);
		expect(writer.pendingOf("one")).toBeUndefined();
	});

	it("is kept at once when the reader leaves, each of several", () => {
		const keep = vi.fn(async () => true);
		const writer = createNoteWriter(keep, 500);
		writer.write("one", "A");
		writer.write("two", "B");

		writer.flush();

		expect(keep.mock.calls).toEqual([
			["one", "A"],
			["two", "B"],
		]);
	});

	it("that could not be kept is not forgotten, and is tried again", async () => {
		const keep = vi.fn(async () => true).mockResolvedValueOnce(false);
		const writer = createNoteWriter(keep, 500);
		writer.write("one", "A");
		await vi.advanceTimersByTimeAsync(600);
		expect(writer.pendingOf("one")).toBe("A");

		writer.flush();
		await vi.advanceTimersByTimeAsync(0);

		expect(keep).toHaveBeenCalledTimes(2);
		expect(writer.pendingOf("one")).toBeUndefined();
	});

	it("that is typed on while it is being kept is kept again", async () => {
		const keeping = Promise.withResolvers<boolean>();
		const keep = vi.fn((_id: string, _note: string) => keeping.promise);
		const writer = createNoteWriter(keep, 500);
		writer.write("one", "A");
		await vi.advanceTimersByTimeAsync(600);
		writer.write("one", "AB");
		keeping.resolve(true);
		await vi.advanceTimersByTimeAsync(0);
		expect(writer.pendingOf("one")).toBe("AB");
		await vi.advanceTimersByTimeAsync(600);

		expect(keep.mock.lastCall).toEqual(["one", "AB"]);
	});
});
