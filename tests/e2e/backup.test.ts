// Long because its rules share computers, and what goes from one to the other.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectNoBrokenRules } from "./broken-rules";
import {
	browserKind,
	openSection,
	pause,
	press,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	typeInto,
	until,
} from "./test-browser";

/** What one person does on one computer. */
interface Computer {
	test: TestBrowser;
	library: Page;
}

let folder: string;
const computers: Computer[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "lens-backup-"));
});
afterEach(async () => {
	for (const { test } of computers.splice(0)) {
		await test.close();
	}
	rmSync(folder, { recursive: true });
});

async function startComputer(isDark = false): Promise<Computer> {
	const test = await startBrowser({ isDark });
	const library = await test.openBehind("library.html#packs");
	await shows(library, "Answers that came with Symptom Lens");
	await openSection(library, "backup");
	await keepDownloads(library);
	const computer = { test, library };
	computers.push(computer);
	return computer;
}

const shows = (page: Page, words: string) =>
	until(async () => (await textOf(page)).includes(words), `it says “${words}”`);

async function saveFirst({ test }: Computer, query: string): Promise<void> {
	const popup = await test.openBehind("popup.html");
	await typeInto(popup, "#query", query);
	const isSaved = () =>
		popup.evaluate(() => {
			document.querySelector<HTMLElement>('.result[aria-expanded="false"]')?.click();
			const buttons = [...document.querySelectorAll<HTMLElement>(".search-results button")];
			buttons.find(({ textContent }) => textContent?.trim() === "Save")?.click();
			return buttons.some(({ textContent }) => textContent?.trim() === "Saved");
		});
	await until(isSaved, `an answer to “${query}” is saved`);
	await popup.close();
}

async function logEpisode({ test }: Computer, place: string): Promise<void> {
	const popup = await test.openBehind("popup.html");
	await typeInto(popup, "#query", "lip twitching");
	await press(popup, "Lip twitching");
	await press(popup, "Log this");
	await typeInto(popup, "input[name=place]", place);
	await press(popup, "Save to diary");
	await shows(popup, "Logged in your diary.");
	await popup.close();
}

/** Puts what the page hands over as a download into a list instead: a download would open a window of the browser. */
function keepDownloads(page: Page): Promise<void> {
	return page.evaluate(() => {
		const files: Blob[] = [];
		Object.assign(window, { files });
		const { createObjectURL } = URL;
		URL.createObjectURL = (file) => {
			files.push(file as Blob);
			return createObjectURL.call(URL, file);
		};
		const { click } = HTMLAnchorElement.prototype;
		HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
			if (!this.download) click.call(this);
		};
	});
}

async function fileOf({ library }: Computer, button: string): Promise<string> {
	await openSection(library, "backup");
	const before = await library.evaluate(() => (window as unknown as { files: Blob[] }).files.length);
	await press(library, button);
	return until(
		() => library.evaluate((count) => (window as unknown as { files: Blob[] }).files[count]?.text(), before),
		"the file is written",
	);
}

async function pick({ library }: Computer, ...contents: string[]): Promise<void> {
	await openSection(library, "backup");
	const paths = contents.map((content, index) => {
		const path = join(folder, index === 0 ? "backup.jsonl" : `backup (conflicted copy ${index}).jsonl`);
		writeFileSync(path, content);
		return path;
	});
	const input = (await library.$("input[name=backup-file]")) as ElementHandle<HTMLInputElement> | null;
	await input?.uploadFile(...paths);
}

async function restore(computer: Computer, ...contents: string[]): Promise<void> {
	await pick(computer, ...contents);
	await shows(computer.library, "would do this");
	await press(computer.library, "Restore");
	await shows(computer.library, "Restored:");
	await press(computer.library, "Close");
}

async function savedTitles({ library }: Computer): Promise<string[]> {
	await openSection(library, "saved");
	await until(
		async () => (await library.$(".saved-answer")) || (await textOf(library)).includes("Nothing saved yet."),
		"the personal list is read",
	);
	return library.$$eval(".saved-answer h3", (titles) => titles.map(({ textContent }) => textContent));
}

async function places({ library }: Computer): Promise<string[]> {
	await openSection(library, "diary");
	await until(
		async () => (await library.$(".diary-episodes li")) || (await textOf(library)).includes("Nothing logged yet."),
		"the diary is read",
	);
	return library.$$eval(".diary-episodes li", (items) =>
		items.map(({ textContent }) => textContent.split("Change")[0] ?? ""),
	);
}

/** Lets calls to the storage of settings fail for a page; all others work again. */
function failStorage(page: Page, ...calls: ("get" | "set")[]): Promise<void> {
	return page.evaluate((names) => {
		type Local = typeof import("wxt/browser").browser["storage"]["local"];
		const { chrome, intact } = globalThis as unknown as { chrome: { storage: { local: Local } }; intact?: object };
		const { local } = chrome.storage;
		Object.assign(globalThis, { intact: intact ?? { get: local.get, set: local.set } });
		const fails = () => Promise.reject(new Error("broken on purpose"));
		Object.assign(local, intact, Object.fromEntries(names.map((name) => [name, fails])));
	}, calls);
}

/** Lets a page wait for its workers without end. */
function workersNeverEnd(page: Page): Promise<void> {
	return page.evaluate(() => {
		Worker.prototype.postMessage = () => undefined;
	});
}

/** Asks for the settings of the file, too. */
function tickSettings(page: Page): Promise<void> {
	return page.evaluate(() =>
		[...document.querySelectorAll("label")]
			.find(({ textContent }) => textContent?.includes("Take over its settings"))
			?.click(),
	);
}

/** The records of a backup, without when it was written. */
const recordsIn = (backup: string) => backup.split("\n").slice(1).join("\n");

describe("two computers", () => {
	// Two browsers at once: 64 s in Firefox on a machine where a process takes 4 ms to start.
	it("on which one person edits at the same time both end with everything", { timeout: 120_000 }, async () => {
		const [one, other] = await Promise.all([startComputer(), startComputer()]);
		await saveFirst(one, "lip twitching");
		await logEpisode(one, "both");
		await restore(other, await fileOf(one, "Download a backup"));
		const [shared] = await savedTitles(one);

		await saveFirst(one, "eyelid twitching");
		await logEpisode(one, "only on the first");
		await saveFirst(other, "blood in urine");
		await logEpisode(other, "only on the second");
		await openSection(other.library, "saved");
		await press(other.library, "Remove from your list");
		await shows(other.library, "Removed “");
		const [ofOne, ofOther] = [await fileOf(one, "Download a backup"), await fileOf(other, "Download a backup")];
		await restore(one, ofOther);
		await restore(other, ofOne);

		await until(async () => (await places(one)).length === 3 && (await places(other)).length === 3, "all are there");
		expect(await places(one)).toEqual(await places(other));
		expect((await savedTitles(one)).sort()).toEqual((await savedTitles(other)).sort());
		expect(shared).toBeTruthy();
		expect(recordsIn(await fileOf(one, "Download a backup"))).toBe(recordsIn(await fileOf(other, "Download a backup")));
	});

	it("whose sync program made a conflicted copy lose nothing of it", async () => {
		const one = await startComputer();
		await logEpisode(one, "first");
		const first = await fileOf(one, "Download a backup");
		await logEpisode(one, "second");
		const second = await fileOf(one, "Download a backup");
		const other = await startComputer();

		await restore(other, first, second.replaceAll("second", "in the copy"));

		await until(async () => (await places(other)).length === 2, "both are there");
		expect((await places(other)).join()).toMatch(/in the copy.*first/s);
	});
});

describe("a backup", () => {
	it("says first what it would do, and can be undone", async () => {
		const computer = await startComputer();
		await logEpisode(computer, "left");
		const backup = await fileOf(computer, "Download a backup");
		const more = backup.replace(/^(\{"kind":"diary".*?"id":")[^"]+/m, "$1another");

		await pick(computer, more);
		await shows(computer.library, "1 record comes in, 1 stays as it is.");
		expect(await places(computer)).toHaveLength(1);
		await openSection(computer.library, "backup");
		await takeShot(computer.library, "library-backup-planned");
		await press(computer.library, "Restore");
		await until(async () => (await places(computer)).length === 2, "it came in");
		await openSection(computer.library, "backup");
		await press(computer.library, "Undo the restore");

		await shows(computer.library, "Undone.");
		await until(async () => (await places(computer)).length === 1, "it is gone");
	});

	it("whose restore is done can be taken back until that is closed, whatever else is done in between", async () => {
		const computer = await startComputer();
		const { library } = computer;
		await logEpisode(computer, "left");
		const backup = await fileOf(computer, "Download a backup");
		await pick(computer, backup.replace(/^(\{"kind":"diary".*?"id":")[^"]+/m, "$1another"));
		await shows(library, "would do this");
		await press(library, "Restore");
		await shows(library, "Undo the restore");

		const second = await fileOf(computer, "Download a backup");
		await shows(library, "Undo the restore");
		await takeShot(library, "library-backup-restored");
		await pick(computer, second);
		await shows(library, "would do this");
		await press(library, "Cancel");
		await press(library, "Undo the restore");

		await shows(library, "Undone.");
		expect(await places(computer)).toHaveLength(1);
		await openSection(library, "backup");
		expect(await textOf(library)).not.toContain("Undo the restore");
	});

	it("is one piece of work at a time: nothing else begins while it is written, read or restored", async () => {
		const computer = await startComputer();
		const { library } = computer;
		const backup = await fileOf(computer, "Download a backup");
		await pick(computer, backup);
		await shows(library, "would do this");
		await workersNeverEnd(library);
		await press(library, "Restore");
		await shows(library, "Restoring…");

		await press(library, "Download a backup");
		const opensPicker = await library.evaluate(() => {
			const input = document.querySelector("input[name=backup-file]");
			return input?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
		});

		expect(opensPicker).toBe(false);
		expect(await textOf(library)).toContain("Restoring…");
		expect(await textOf(library)).not.toContain("Writing the backup…");
		await takeShot(library, "library-backup-restoring");
		await expectNoBrokenRules(library, ".backup-section", "backup-restoring", "light");
	});

	it("that is damaged changes nothing, and the reader is told file, line and field", async () => {
		const computer = await startComputer();
		await logEpisode(computer, "left");
		const backup = await fileOf(computer, "Download a backup");

		await pick(computer, backup.replace('"place":"left"', '"place":5'));

		await shows(computer.library, "backup.jsonl: line 2: diary.place: ");
		expect(await textOf(computer.library)).toContain("Nothing was changed.");
		expect(await places(computer)).toHaveLength(1);
	});

	it("of which a pack is damaged brings all the rest, names the pack, and can be undone", async () => {
		const computer = await startComputer();
		const { library } = computer;
		await logEpisode(computer, "left");
		const backup = await fileOf(computer, "Download a backup");
		const header = { id: "torn", name: "Torn", version: "1", origin: "o", licence: "l", date: "2026-01-01" };
		const pack = [
			{ kind: "pack", record: header },
			{ kind: "packAnswer", record: { id: 5 } },
		];
		const end = '{"kind":"end"}';
		const more = backup.replace(/^(\{"kind":"diary".*?"id":")[^"]+/m, "$1another");

		await pick(computer, more.replace(end, [...pack.map((line) => JSON.stringify(line)), end].join("\n")));
		await shows(library, "would do this");
		await press(library, "Restore");

		await shows(library, "Restored: 1 record comes in");
		expect(await textOf(library)).toContain("The pack “Torn” did not come in. backup.jsonl: line ");
		expect(await textOf(library)).not.toContain("Nothing was changed.");
		await press(library, "Undo the restore");
		await shows(library, "Undone.");
	});

	it("that cannot be written is said to have failed, and not to be under way for ever", async () => {
		const { library } = await startComputer();
		await failStorage(library, "get");
		await press(library, "Download a backup");

		await shows(library, "This did not work. Nothing was changed.");
		expect(await textOf(library)).not.toContain("Writing the backup…");
	});

	it("takes settings and emergency number over where the reader wants it", async () => {
		const computer = await startComputer();
		const backup = (await fileOf(computer, "Download a backup")).replace(
			'"emergencyNumber":""',
			'"emergencyNumber":"119"',
		);

		await restore(computer, backup);
		await openSection(computer.library, "settings");
		await shows(computer.library, "call your local emergency number");
		await pick(computer, backup);
		await shows(computer.library, "would do this");
		await tickSettings(computer.library);
		await press(computer.library, "Restore");
		await shows(computer.library, "Restored:");
		await openSection(computer.library, "settings");

		await shows(computer.library, "Cards say “call 119”.");
	});

	it("whose settings cannot be taken over says so, and its records can still be taken back", async () => {
		const computer = await startComputer();
		const { library } = computer;
		await pick(computer, await fileOf(computer, "Download a backup"));
		await shows(library, "would do this");
		await tickSettings(library);
		await failStorage(library, "set");
		await press(library, "Restore");

		await shows(library, "could not all be taken over");
		expect(await textOf(library)).toContain("Undo the restore");
		expect(await textOf(library)).not.toContain("Nothing was changed.");
		await takeShot(library, "library-backup-settings-failed");
	});

	it("is reminded of in the page when the reader asks for that, until one is made", async () => {
		const computer = await startComputer();
		expect(await textOf(computer.library)).not.toContain("No backup was made");
		await computer.library.select(".backup-section select", "7");
		await until(
			() => computer.library.$eval(".backup-section select", ({ value }) => value === "7"),
			"the choice is stored: the page shows what it has read",
		);
		await computer.library.evaluate(() => {
			const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set: (value: object) => void } } } };
			return chrome.storage.local.set({ backupReminder: { afterDays: 7, since: 1 } });
		});
		// Firefox never reports that it has loaded.
		await computer.library.reload({ timeout: 5_000 }).catch(() => undefined);
		await shows(computer.library, "No backup was made for a while.");
		await keepDownloads(computer.library);

		await fileOf(computer, "Download a backup");

		await until(async () => !(await textOf(computer.library)).includes("No backup was made"), "it is not said again");
	});
});

describe("the saved answers", () => {
	it("are exported as JSON, table, Markdown and web page", async () => {
		const computer = await startComputer();
		await saveFirst(computer, "lip twitching");
		const [title = ""] = await savedTitles(computer);

		for (const format of ["JSON", "Table (CSV)", "Markdown", "Web page (HTML)"]) {
			expect(await fileOf(computer, format)).toContain(title);
		}
	});
});

describe.runIf(browserKind === "firefox")("a browser that keeps no file open", () => {
	it("says how to do it by hand", async () => {
		const { library } = await startComputer();

		expect(await textOf(library)).toContain("This browser cannot keep a file open.");
	});
});

describe.runIf(browserKind === "chromium")("a file that is shared", () => {
	/** The picker cannot be driven; a file of the origin's own file system has the same interface. */
	const choosePrivateFile = (library: Page) =>
		library.evaluate(() => {
			const file = async () => (await navigator.storage.getDirectory()).getFileHandle("shared.jsonl", { create: true });
			Object.assign(window, { showSaveFilePicker: file, showOpenFilePicker: async () => [await file()] });
		});
	/** What the shared file holds; nothing as long as it has not been made, and in the moment when it is exchanged. */
	const sharedText = (library: Page) =>
		library.evaluate(async () => {
			const root = await navigator.storage.getDirectory();
			try {
				return await (await (await root.getFileHandle("shared.jsonl")).getFile()).text();
			} catch {
				return "";
			}
		});

	it("gets every change, brings in the other computer's, and is remembered", async () => {
		const one = await startComputer();
		const { library } = one;
		await logEpisode(one, "before");
		await choosePrivateFile(library);
		await press(library, "Make the shared file");
		await shows(library, "“shared.jsonl” is the shared file. It is read and written");
		await until(async () => (await sharedText(library)).includes("before"), "it has the record");

		await logEpisode(one, "afterwards");
		await until(async () => (await sharedText(library)).includes("afterwards"), "a change is written");

		const other = await startComputer();
		await restore(other, await sharedText(library));
		await logEpisode(other, "elsewhere");
		const theirs = await fileOf(other, "Download a backup");
		await logEpisode(one, "meanwhile");
		await library.evaluate(async (text) => {
			const root = await navigator.storage.getDirectory();
			const writable = await (await root.getFileHandle("shared.jsonl")).createWritable();
			await writable.write(text);
			await writable.close();
			window.dispatchEvent(new Event("focus"));
		}, theirs);
		await until(async () => (await places(one)).length === 4, "all four are here");
		await until(async () => (await sharedText(library)).includes("meanwhile"), "the file has all four");
		expect(await sharedText(library)).toContain("elsewhere");
		await openSection(library, "backup");
		await takeShot(library, "library-folder-file");

		await library.reload();
		await shows(library, "“shared.jsonl” is the shared file.");
		await shows(library, "Up to date at");
		await press(library, "Stop using this file");
		await shows(library, "Make the shared file");
	});

	it("brings the other computer's records into the open diary, though the window comes to the front meanwhile", async () => {
		const one = await startComputer();
		const { library } = one;
		await logEpisode(one, "elsewhere");
		const theirs = await fileOf(one, "Download a backup");
		await choosePrivateFile(library);
		await press(library, "Make the shared file");
		await shows(library, "Up to date at");
		await until(async () => (await places(one)).length === 1, "the diary is open");
		await library.evaluate(
			async (text) => {
				// The window comes to the front as the sync begins, which takes longer than the second until that is heard.
				const { postMessage } = Worker.prototype;
				Worker.prototype.postMessage = function (this: Worker, message: unknown) {
					Worker.prototype.postMessage = postMessage;
					window.dispatchEvent(new Event("focus"));
					setTimeout(() => this.postMessage(message), 3_000);
				};
				const root = await navigator.storage.getDirectory();
				const writable = await (await root.getFileHandle("shared.jsonl")).createWritable();
				await writable.write(text);
				await writable.close();
				window.dispatchEvent(new Event("focus"));
			},
			theirs.replace(/^(\{"kind":"diary".*?"id":")[^"]+/m, "$1another"),
		);

		const rows = () => library.$$eval(".diary-episodes li", ({ length }) => length);
		await until(async () => (await rows()) === 2, "both are on show");
	});

	it("is used no more once the reader deletes what it holds, so that nothing comes back", async () => {
		const one = await startComputer();
		const { library } = one;
		await logEpisode(one, "before");
		await choosePrivateFile(library);
		await press(library, "Make the shared file");
		await until(async () => (await sharedText(library)).includes("before"), "it has the record");

		await openSection(library, "privacy");
		await press(library, "Delete: Symptom diary");
		await press(library, "Delete for good");
		await shows(library, "Deleted: Symptom diary.");
		await openSection(library, "backup");
		await shows(library, "Make the shared file");
		await library.evaluate(() => window.dispatchEvent(new Event("focus")));
		await pause(1_500);

		expect(await places(one)).toEqual([]);
		expect(await sharedText(library)).toContain("before");
	});

	it("that is damaged is left as it is, and the reader is told", async () => {
		const { library } = await startComputer();
		await choosePrivateFile(library);
		await library.evaluate(async () => {
			const root = await navigator.storage.getDirectory();
			const writable = await (await root.getFileHandle("shared.jsonl", { create: true })).createWritable();
			await writable.write("not ours");
			await writable.close();
		});

		await press(library, "Use a file that is there");

		await shows(library, "this is not a backup of Symptom Lens");
		expect(await sharedText(library)).toBe("not ours");
		expect(await textOf(library)).toContain("“shared.jsonl” is the shared file. It is not up to date.");
		expect(await textOf(library)).not.toContain("The browser wants to be asked");
		await takeShot(library, "library-folder-failed");

		await library.evaluate(async () => {
			const root = await navigator.storage.getDirectory();
			await (await (await root.getFileHandle("shared.jsonl")).createWritable()).close();
		});
		await press(library, "Bring up to date now");

		await shows(library, "Up to date at");
		expect(await textOf(library)).not.toContain("this is not a backup of Symptom Lens");
	});

	it("is brought up to date again after the browser's storage has failed for a while", async () => {
		const one = await startComputer();
		const { library } = one;
		await choosePrivateFile(library);
		await failStorage(library, "set");
		await press(library, "Make the shared file");
		await shows(library, "Up to date at");
		await logEpisode(one, "meanwhile");
		await until(async () => (await sharedText(library)).includes("meanwhile"), "the change is written");

		await failStorage(library, "get");
		await press(library, "Bring up to date now");
		await shows(library, "This did not work. Nothing was changed.");
		await failStorage(library);
		await press(library, "Bring up to date now");

		await shows(library, "Up to date at");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("the backup section in the %s theme", (theme, isDark) => {
	it("breaks no rule of WCAG 2.2 AA, wide and narrow", async () => {
		const computer = await startComputer(isDark);
		const { library } = computer;
		await pick(computer, await fileOf(computer, "Download a backup"));
		await shows(library, "would do this");
		await expectNoBrokenRules(library, ".backup-section", "backup", theme);
	});
});
