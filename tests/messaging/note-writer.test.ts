import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createNoteWriter, type NoteDrafts, type NoteOutcome } from "../../lib/messaging/note-writer";

let waiting: Map<string, string>;
let drafts: NoteDrafts;

beforeEach(() => {
	waiting = new Map();
	drafts = {
		read: () => new Map(waiting),
		put: (id, note) => void waiting.set(id, note),
		remove: (id, note) => {
			if (waiting.get(id) === note) waiting.delete(id);
		},
	};
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("a note", () => {
	it("is kept once, after a pause in typing", async () => {
		const keep = vi.fn(async () => "kept" as const);
		const writer = createNoteWriter(keep, drafts, 500);

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
		const keep = vi.fn(async () => "kept" as const);
		const writer = createNoteWriter(keep, drafts, 500);
		writer.write("one", "A");
		writer.write("two", "B");

		writer.flush();

		expect(keep.mock.calls).toEqual([
			["one", "A"],
			["two", "B"],
		]);
	});

	it("that could not be kept is not forgotten, and is tried again", async () => {
		const keep = vi.fn(async (): Promise<NoteOutcome> => "kept").mockResolvedValueOnce("failed");
		const writer = createNoteWriter(keep, drafts, 500);
		writer.write("one", "A");
		await vi.advanceTimersByTimeAsync(600);
		expect(writer.pendingOf("one")).toBe("A");

		writer.flush();
		await vi.advanceTimersByTimeAsync(0);

		expect(keep).toHaveBeenCalledTimes(2);
		expect(writer.pendingOf("one")).toBeUndefined();
	});

	it("that is typed on while it is being kept is kept again", async () => {
		const keeping = Promise.withResolvers<NoteOutcome>();
		const keep = vi.fn((_id: string, _note: string) => keeping.promise);
		const writer = createNoteWriter(keep, drafts, 500);
		writer.write("one", "A");
		await vi.advanceTimersByTimeAsync(600);
		writer.write("one", "AB");
		keeping.resolve("kept");
		await vi.advanceTimersByTimeAsync(0);
		expect(writer.pendingOf("one")).toBe("AB");
		await vi.advanceTimersByTimeAsync(600);

		expect(keep.mock.lastCall).toEqual(["one", "AB"]);
	});

	it("whose page went before it was kept is kept by the next page, once", async () => {
		const gone = createNoteWriter(() => new Promise<NoteOutcome>(() => undefined), drafts, 500);
		gone.write("one", "A");
		gone.flush();
		const keep = vi.fn(async () => "kept" as const);

		const writer = createNoteWriter(keep, drafts, 500);
		expect(writer.pendingOf("one")).toBe("A");
		await vi.advanceTimersByTimeAsync(600);

		expect(keep.mock.calls).toEqual([["one", "A"]]);
		expect(waiting.size).toBe(0);
	});

	it("that failed and was then kept by another page does not come back over what was typed there since", async () => {
		const list = new Map<string, string>();
		const keepOn = async (id: string, note: string) => {
			list.set(id, note);
			return "kept" as const;
		};
		let isBroken = true;
		const here = createNoteWriter(async (id, note) => (isBroken ? "failed" : keepOn(id, note)), drafts, 500);
		here.write("one", "A");
		await vi.advanceTimersByTimeAsync(600);
		const there = createNoteWriter(keepOn, drafts, 500);
		await vi.advanceTimersByTimeAsync(600);
		there.write("one", "A, and B");
		await vi.advanceTimersByTimeAsync(600);
		isBroken = false;

		here.flush();
		await vi.advanceTimersByTimeAsync(0);

		expect(list.get("one")).toBe("A, and B");
		expect(here.pendingOf("one")).toBeUndefined();
	});

	it("is kept all the same where none can wait beside its page", async () => {
		drafts.put = () => undefined;
		const keep = vi.fn(async () => "kept" as const);
		const writer = createNoteWriter(keep, drafts, 500);
		writer.write("one", "A");

		await vi.advanceTimersByTimeAsync(600);

		expect(keep.mock.calls).toEqual([["one", "A"]]);
	});

	it("of an answer that is no longer on the list waits no longer", async () => {
		const writer = createNoteWriter(async () => "gone", drafts, 500);
		writer.write("one", "A");

		await vi.advanceTimersByTimeAsync(600);

		expect(writer.pendingOf("one")).toBeUndefined();
		expect(waiting.size).toBe(0);
	});

	it("that another page has typed on meanwhile goes on waiting", async () => {
		const writer = createNoteWriter(async () => "kept", drafts, 500);
		writer.write("one", "A");
		waiting.set("one", "AB");

		await vi.advanceTimersByTimeAsync(600);

		expect(waiting).toEqual(new Map([["one", "AB"]]));
	});
});
