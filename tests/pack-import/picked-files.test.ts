import { expect, it } from "vitest";
import { filesOfDrop } from "../../lib/pack-import/picked-files";

const entry = (name: string, part: object) => ({ name, isFile: false, isDirectory: false, ...part });
const file = (name: string) =>
	entry(name, { isFile: true, file: (done: (file: File) => void) => done(new File(["{}"], name)) });
const folder = (name: string, ...inner: object[]) =>
	entry(name, {
		isDirectory: true,
		createReader: () => {
			const parts = [inner, []];
			return { readEntries: (done: (entries?: object[]) => void) => done(parts.shift()) };
		},
	});
const torn = (name: string) =>
	entry(name, {
		isFile: true,
		file: (_: unknown, fail: (error: Error) => void) => fail(new DOMException("It is gone", "NotFoundError")),
	});
const drop = (...entries: object[]) =>
	({ items: entries.map((each) => ({ webkitGetAsEntry: () => each })) }) as unknown as DataTransfer;

it("a drop is its files, those in folders with their path", async () => {
	const files = await filesOfDrop(drop(file("a.json"), folder("faq", file("b.json"), folder("more", file("c.json")))));

	expect(files.map(({ path }) => path)).toEqual(["a.json", "faq/b.json", "faq/more/c.json"]);
});

it("a drop with a file that cannot be read is refused, with the file and the reason", async () => {
	await expect(filesOfDrop(drop(file("a.json"), folder("faq", torn("b.json"))))).rejects.toMatchObject({
		name: "ImportRefusedError",
		message: "“faq/b.json” could not be read (It is gone)",
	});
});
