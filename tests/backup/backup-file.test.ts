import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	BackupInvalidError,
	backupLines,
	lastLine,
	packAnswersOf,
	packLines,
	readBackup,
} from "../../lib/backup/backup-file";
import type { BackupRecords } from "../../lib/backup/backup-records";
import { keptSettings } from "../../lib/backup/settings-record";
import { answerOf } from "../search/answer-of";
import { packOf } from "../storage/test-database";
import { capturedOf, captureRemoved, episodeOf, recordsOf, savedOf } from "./record-samples";

const header = { writtenAt: 5_000, settings: { isOn: true, hiddenSymptoms: ["cough"] }, emergencyNumber: "112" };
const everything = recordsOf({
	savedAnswers: [savedOf("a", { note: "Łódź 😀\nsecond line", tags: ["心", "b"] }), savedOf("b", { deletedAt: 1_000 })],
	diary: [episodeOf("e", { strength: 3, minutes: 20, place: "left" })],
	lookUps: [{ symptomId: episodeOf("e").symptomId, at: 1, count: 2 }],
	captured: [capturedOf("c", 1), captureRemoved("d", 2)],
});
const textOf = (records: BackupRecords = everything) => [...backupLines(header, records), lastLine()].join("");
const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = "my backup.jsonl") => {
	const blob = new Blob([content]);
	return { name, size: blob.size, stream: () => blob.stream() };
};
const reasonOf = (content: string | Uint8Array<ArrayBuffer>) =>
	readBackup(fileOf(content)).then(
		() => "was read",
		(error) => (error instanceof BackupInvalidError ? error.message : Promise.reject(error)),
	);

describe("a backup", () => {
	it("holds everything, as it was", async () => {
		const read = await readBackup(fileOf(textOf()));

		expect(read.records).toEqual(everything);
		expect(read.header).toMatchObject(header);
		expect(read).toMatchObject({ isNewer: false, notUnderstood: 0, packs: [] });
	});

	it("is read as UTF-8 with a mark, as UTF-16 and with the line ends of Windows", async () => {
		const text = textOf();
		const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...text].flatMap(unitsOf)).buffer)]);

		for (const content of [`\u{feff}${text}`, text.replaceAll("\n", "\r\n"), utf16]) {
			expect((await readBackup(fileOf(content))).records).toEqual(everything);
		}
	});

	it("brings packs along, whose answers are read one pack at a time", async () => {
		const { answers: _, ...first } = packOf("v1");
		const second = { ...first, id: "second" };
		const content = [
			...backupLines(header, everything),
			...packLines(first, [answerOf("one"), answerOf("two")], true),
			...packLines(second, [answerOf("three")], true),
			...packLines(second, [answerOf("four")], false),
			lastLine(),
		].join("");

		expect((await readBackup(fileOf(content))).packs).toEqual([first, second]);
		const batches = await Array.fromAsync(packAnswersOf(fileOf(content), "second", 1));
		expect(batches.map((batch) => batch.map(({ id }) => id))).toEqual([["three"], ["four"]]);
	});

	it("may begin with a blank line, and its packs are read all the same", async () => {
		const { answers: _, ...pack } = packOf("v1");
		const lines = [...backupLines(header, everything), ...packLines(pack, [answerOf("one")], true), lastLine()];
		const file = fileOf(`\n${lines.join("")}`);

		expect((await readBackup(file)).packs).toEqual([pack]);
		expect((await Array.fromAsync(packAnswersOf(file, pack.id))).flat().map(({ id }) => id)).toEqual(["one"]);
	});

	it("of a database without notes and tags has empty ones", async () => {
		const { note: _, tags: __, ...old } = savedOf("a");

		const { records } = await readBackup(fileOf(textOf(recordsOf({ savedAnswers: [old as never] }))));

		expect(records.savedAnswers).toEqual([savedOf("a")]);
	});

	it("with a setting that is nested without end is read; the setting is none of ours", async () => {
		const content = textOf().replace('"isOn":true', `"other":${"[".repeat(20_000)}${"]".repeat(20_000)}`);

		const { header, records } = await readBackup(fileOf(content));

		expect(records).toEqual(everything);
		expect(keptSettings(header.settings)).toEqual({ hiddenWords: { known: ["cough"], leftOut: [] } });
	});

	it("from a later version is read as far as it is understood, and says what was not", async () => {
		const newer = textOf()
			.replace('"version":1', '"version":2')
			.replace('{"kind":"end"}', '{"kind":"dreams","record":{"id":"z"}}\n{"kind":"end"}')
			.replace('"strength":3', '"strength":3,"weather":"rain"');

		expect(await readBackup(fileOf(newer))).toMatchObject({ isNewer: true, notUnderstood: 1, records: everything });
	});
});

describe("a file that is no sound backup is refused, with its place and reason:", () => {
	it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
		["nothing in it", "", "line 1: the file is empty"],
		["something else", "a,b\n1,2\n", "line 1: this is not a backup of Symptom Lens"],
		["other JSON", "{}", "line 1: this is not a backup of Symptom Lens"],
		["cut off between lines", textOf().slice(0, textOf().lastIndexOf('{"kind":"end"')), "the file is cut off"],
		["cut off inside a line", textOf().slice(0, -5), "line 8: is not valid JSON"],
		["a wrong field", textOf().replace('"minutes":20', '"minutes":"long"'), "line 4: diary.minutes: "],
		[
			"a link that could run",
			textOf().replace('"pageUrl":""', '"pageUrl":"javascript:alert(1)"'),
			"line 2: savedAnswers.context.pageUrl: must be an http or https address",
		],
		[
			"a kind that nobody knows",
			textOf().replace('"kind":"diary"', '"kind":"constructor"'),
			"“constructor” is not known",
		],
		["a version that cannot be read", textOf().replace('"readableBy":1', '"readableBy":2'), "update this one first"],
		["bytes that are no text", new Uint8Array([0x7b, 0xff, 0xff, 0x7d]), "is not UTF-8 text"],
		["something after the end", `${textOf()}{"kind":"diary"}\n`, "line 9: stands after the end"],
		["a line without end", `{"format":"${"x".repeat(4_100_000)}`, "is longer than 4,000,000 characters"],
	])("%s", async (_, content, reason) => {
		const message = await reasonOf(content);

		expect(message).toContain("my backup.jsonl: ");
		expect(message).toContain(reason);
	});

	it("any byte that is changed, or any place where it is cut", async () => {
		// Without its last line end it is whole.
		const bytes = new TextEncoder().encode(textOf().trimEnd());
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (place, byte, isCut) => {
				const changed = isCut ? bytes.slice(0, place) : bytes.with(place, byte);
				// Never a crash: read, where a letter of a text became another, or refused with a reason.
				expect(await reasonOf(changed)).toMatch(isCut ? /^my backup\.jsonl: / : /^(?:was read|my backup\.jsonl: )/);
			}),
			{ numRuns: 200 },
		);
	});
});

function unitsOf(character: string): number[] {
	return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
}
