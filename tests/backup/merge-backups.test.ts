import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerIdSchema } from "../../data/schema";
import { countChanges, mergeBackups } from "../../lib/backup/merge-backups";
import { oneRowEach } from "../../lib/backup/one-row-each";
import { tagKey, tidyTags } from "../../lib/backup/saved-tags";
import { writeTime } from "../../lib/backup/write-time";
import { anyRecords as records } from "./any-records";
import { episodeOf, recordsOf, savedOf } from "./record-samples";

describe("a merge", () => {
	it("gives the same whoever merges with whom", () => {
		fc.assert(
			fc.property(records, records, (a, b) => {
				expect(mergeBackups(a, b)).toEqual(mergeBackups(b, a));
			}),
		);
	});

	it("gives the same in whatever order three devices meet", () => {
		fc.assert(
			fc.property(records, records, records, (a, b, c) => {
				expect(mergeBackups(mergeBackups(a, b), c)).toEqual(mergeBackups(a, mergeBackups(b, c)));
			}),
		);
	});

	it("done again changes nothing", () => {
		fc.assert(
			fc.property(records, records, (a, b) => {
				const merged = mergeBackups(a, b);
				expect(mergeBackups(merged, b)).toEqual(merged);
				expect(mergeBackups(merged, merged)).toEqual(merged);
			}),
		);
	});

	it("shows every answer once, with every note and tag of its copies, and the same on every device", () => {
		fc.assert(
			fc.property(records, records, (a, b) => {
				const merged = mergeBackups(a, b).savedAnswers;
				const kept = merged.filter(({ deletedAt }) => deletedAt === null);
				const shown = oneRowEach(kept);
				expect(new Set(shown.map(({ answerId }) => answerId)).size).toBe(shown.length);
				for (const copy of kept) {
					const row = shown.find(({ answerId }) => answerId === copy.answerId);
					if (copy.note) expect(row?.note.split("\n\n")).toContain(copy.note);
					expect(row?.tags.map(tagKey)).toEqual(expect.arrayContaining(tidyTags(copy.tags).map(tagKey)));
				}
				const elsewhere = oneRowEach(kept.toReversed());
				expect(elsewhere.toReversed()).toEqual(shown);
			}),
		);
	});

	it("keeps a short note whose letters stand in a longer one, and says once what a longer one says", () => {
		const answerId = answerIdSchema.parse("x");
		const shown = (...notes: string[]) =>
			oneRowEach(notes.map((note, at) => savedOf(`copy-${at}`, { answerId, note, savedAt: at })))[0]?.note;

		expect(shown("No", "Not since Monday")).toBe("No\n\nNot since Monday");
		expect(shown("after coffee", "coffee")).toBe("after coffee\n\ncoffee");
		expect(shown("One", "One\n\ntwo, edited since", "two, edited since ")).toBe("One\n\ntwo, edited since");
		expect(shown("", " \n", "One")).toBe("One");
	});

	it("shows a tag once, whatever its capitals on the other device", () => {
		const answerId = answerIdSchema.parse("x");
		const copies = [
			savedOf("a", { answerId, tags: ["Visit", "sleep"], savedAt: 1 }),
			savedOf("b", { answerId, tags: ["tea", "visit"], savedAt: 2 }),
		];

		expect(oneRowEach(copies)[0]?.tags).toEqual(["Visit", "sleep", "tea"]);
	});

	it("keeps what each of two devices added, and the later of two changes", () => {
		const mine = recordsOf({ savedAnswers: [savedOf("a"), savedOf("b", { note: "old", updatedAt: 2_000 })] });
		const theirs = recordsOf({ savedAnswers: [savedOf("b", { note: "new", updatedAt: 3_000 }), savedOf("c")] });

		const merged = mergeBackups(mine, theirs);

		expect(merged.savedAnswers.map(({ id, note }) => `${id} ${note}`.trim())).toEqual(["a", "b new", "c"]);
		expect(countChanges(mine, merged)).toEqual({ added: 1, changed: 1, removed: 0, same: 1 });
	});

	it("takes a removal for a change like any other: a later edit undoes it, an earlier one does not", () => {
		const removed = episodeOf("a", { updatedAt: 2_000, deletedAt: 2_000 });
		const merge = (updatedAt: number) =>
			mergeBackups(recordsOf({ diary: [removed] }), recordsOf({ diary: [episodeOf("a", { updatedAt })] })).diary[0];

		expect(merge(1_999)?.deletedAt).toBe(2_000);
		expect(merge(2_001)?.deletedAt).toBeNull();
		// In the same millisecond nothing is lost.
		expect(merge(2_000)?.deletedAt).toBeNull();
	});

	it("does not count what is removed on both sides, or arrives removed", () => {
		const before = recordsOf({ diary: [episodeOf("a"), episodeOf("b", { deletedAt: 900, updatedAt: 900 })] });
		const after = mergeBackups(
			before,
			recordsOf({
				diary: [
					episodeOf("a", { deletedAt: 2_000, updatedAt: 2_000 }),
					episodeOf("c", { deletedAt: 900, updatedAt: 900 }),
				],
			}),
		);

		expect(countChanges(before, after)).toEqual({ added: 0, changed: 0, removed: 1, same: 0 });
	});
});

describe("a change", () => {
	it("made here counts after what it changes, even if that was written by a device whose clock is fast", () => {
		expect(writeTime({ updatedAt: 9_000 }, 1_000)).toBe(9_001);
		expect(writeTime({ updatedAt: 500 }, 1_000)).toBe(1_000);
	});
});
