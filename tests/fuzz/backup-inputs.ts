import fc from "fast-check";
import { backupLines, lastLine, packLines } from "../../lib/backup/backup-file";
import { type BackupRecords, noRecords, RECORD_KINDS, recordSchemas } from "../../lib/backup/backup-records";
import { mergeBackups } from "../../lib/backup/merge-backups";
import { anyRecords } from "../backup/any-records";
import { episodeOf, recordsOf, savedOf } from "../backup/record-samples";
import { nasty } from "../detection/hostile-text";
import { answerOf } from "../search/answer-of";
import { changed } from "./changed-bytes";

// Keys that are properties of every object, that sort oddly, and that look alike.
const oddKey = fc.oneof(
	fc.constantFrom("__proto__", "constructor", "10", "9", "\u00e9", "e\u0301", "\ud800", "a\u0000", "A", "a "),
	nasty.filter((key) => key !== ""),
);
const moment = fc.constantFrom(0, 1, 2, 253_402_300_799_999);
const removedAt = fc.option(moment, { nil: null });
const text = fc.oneof(fc.constant(""), nasty, fc.constantFrom("note", "note ", " note", "\n", "__proto__"));
const oddRecords: fc.Arbitrary<BackupRecords> = fc
	.record({
		savedAnswers: fc.array(
			fc
				.record({ id: oddKey, packId: oddKey, note: text, tags: fc.array(text, { maxLength: 2 }), savedAt: moment })
				.chain((given) => fc.record({ updatedAt: moment, deletedAt: removedAt }).map((at) => ({ ...given, ...at })))
				.map(({ id, ...given }) => savedOf(id, { answerId: "a" as never, ...given })),
			{ maxLength: 4 },
		),
		diary: fc.array(
			fc
				.record({ id: oddKey, note: text, updatedAt: moment, deletedAt: removedAt })
				.map(({ id, ...given }) => episodeOf(id, given)),
			{ maxLength: 4 },
		),
	})
	.map(recordsOf);
/** Valid or not, as they lie in the storage of one device: each key once. */
export const deviceRecords = fc
	.tuple(fc.oneof(anyRecords, oddRecords), fc.oneof(anyRecords, oddRecords))
	.map(([one, other]) => mergeBackups(one, other));

const header = { writtenAt: 5, settings: { isOn: true, hiddenSymptoms: ["cough"] }, emergencyNumber: "112" };

/** A whole backup of these records, as text. */
export const backupOf = (set: BackupRecords) => [...backupLines(header, set), lastLine()].join("");

/** The records of a set that a backup may hold. */
export function validOf(set: BackupRecords): BackupRecords {
	const only = <T>(kind: keyof BackupRecords, list: T[]) =>
		list.filter((one) => recordSchemas[kind].safeParse(one).success);
	return {
		savedAnswers: only("savedAnswers", set.savedAnswers),
		diary: only("diary", set.diary),
		lookUps: only("lookUps", set.lookUps),
		captured: only("captured", set.captured),
	};
}

const nested = fc.nat(20_000).map((depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`);
const anyJson = fc.oneof(fc.json(), nested);

/** Sound JSON in lines that are no sound backup. */
const oddLines = fc
	.tuple(anyJson, fc.array(fc.tuple(fc.constantFrom(...RECORD_KINDS, "pack", "packAnswer", "__proto__"), anyJson)))
	.map(([settings, lines]) => {
		const first = JSON.stringify({ format: "symptom-lens-backup", version: 1, readableBy: 1, ...header });
		const records = lines.map(([kind, record]) => `{"kind":"${kind}","record":${record}}\n`);
		return [first.replace(/"settings":\{.*?\}/, `"settings":{"a":${settings}}`), "\n", ...records, lastLine()].join("");
	});

const firstLine = [...backupLines(header, noRecords())].join("");
const encoded = (written: string) => new TextEncoder().encode(written);
const anyPackLines = fc
	.record({
		id: fc.constantFrom("mine", "other", "bundled", "constructor"),
		version: fc.constantFrom("1", "2", "1.10"),
	})
	.chain((given) => {
		const pack = { name: "A pack", origin: "me", licence: "None", date: "2024-01-31", ...given };
		const answers = fc.array(
			fc.constantFrom("a", "b", "constructor").map((id) => answerOf(id)),
			{ maxLength: 3 },
		);
		return fc.tuple(answers, fc.boolean()).map(([list, isFirst]) => [...packLines(pack, list, isFirst)].join(""));
	});

/** Backups of packs, changed: twice the same, parts of one between others, none at all. */
export const anyPackBackup = changed(
	fc.array(anyPackLines, { maxLength: 3 }).map((packs) => encoded([firstLine, ...packs, lastLine()].join(""))),
);

/** Backups of records, changed, and files that look like one. */
export const anyBackup = changed(
	fc
		.oneof(
			fc.oneof(anyRecords, oddRecords).map((set) => backupOf(validOf(set))),
			oddLines,
		)
		.map(encoded),
);
