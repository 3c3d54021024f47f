import { execFileSync } from "node:child_process";
import { ftruncateSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { pause, press, startBrowser, textOf, typeInto, until } from "./test-browser";

/** A small disk of its own, which only an administrator of a Linux machine can make; undefined elsewhere. */
function makeSmallDisk(): string | undefined {
	if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
	const folder = mkdtempSync(join(tmpdir(), "lens-disk-"));
	try {
		execFileSync("mount", ["-t", "tmpfs", "-o", "size=300m", "tmpfs", folder], { stdio: "ignore" });
	} catch {
		rmSync(folder, { recursive: true });
		return undefined;
	}
	return folder;
}

function removeSmallDisk(folder: string): void {
	execFileSync("umount", ["--lazy", folder]);
	rmSync(folder, { recursive: true, force: true });
}

/** Takes all room of a disk, also what the browser frees meanwhile; returns what gives it back. */
function fillDisk(folder: string): () => void {
	const file = openSync(join(folder, "filling"), "w");
	const fill = () => {
		for (const size of [65_536, 1_024]) {
			try {
				for (;;) writeSync(file, Buffer.alloc(size));
			} catch {
				// No room for another piece of this size.
			}
		}
	};
	fill();
	const filling = setInterval(fill, 20);
	return () => {
		clearInterval(filling);
		ftruncateSync(file, 0);
	};
}

const disk = makeSmallDisk();

const FIRST = "Persistent twitching above the upper left lip";
const SECOND = "One-off lower lip twitching in the afternoon";

it.skipIf(!disk)(
	"a full disk keeps no answer by halves; the reader is told why, and with room again all is there",
	async () => {
		const folder = disk as string;
		onTestFinished(() => removeSmallDisk(folder));
		const { openBehind, close } = await startBrowser({ profileFolder: join(folder, "profile") });
		onTestFinished(close);
		const popup = await openBehind("popup.html");
		const library = await openBehind("library.html");
		const savedTitles = () => library.$$eval(".saved-answer", (cards) => cards.map((card) => card.textContent ?? ""));
		const open = async (title: string) => {
			await typeInto(popup, "#query", title);
			// What was found for the first letters is drawn anew.
			await pause(1_000);
			await press(popup, title);
		};
		await open(FIRST);
		await press(popup, "Save");
		await until(async () => (await savedTitles()).length === 1, "the answer is on the list");

		await open(SECOND);
		const makeRoom = fillDisk(folder);
		expect(statfsSync(folder).bfree).toBe(0);
		await press(popup, "Save");
		await until(
			async () => (await textOf(popup)).includes("There is no room left to save. Nothing was changed."),
			"the reader is told why",
		);

		makeRoom();
		if ((await textOf(popup)).includes("Try again")) await press(popup, "Try again");
		await press(popup, "Save");
		await until(async () => (await savedTitles()).length === 2, "the second answer is on the list as well");
		expect((await savedTitles()).join()).toContain(FIRST);
	},
);
