import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { pause, press, startBrowser, textOf, typeInto, until } from "./test-browser";

const ANSWER = "Persistent twitching above the upper left lip";

/**
 * Overwrites all that a browser wrote into the database of the extension; returns how many files that were. Firefox keeps
 * `storage.local` in a database of another origin, which is left alone.
 */
function damageDatabases(folder: string): number {
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter(
			(path) =>
				/indexeddb\.leveldb[\\/]|moz-extension[^\\/]*[\\/]idb[\\/]/.test(path) &&
				/extension/.test(path) &&
				!/userContextId/.test(path),
		)
		.map((path) => join(folder, path))
		.filter((path) => statSync(path).isFile());
	for (const file of files) writeFileSync(file, Buffer.alloc(Math.max(64, statSync(file).size), 0xa5));
	return files.length;
}

it("a list whose files are damaged on the disk is called lost or unreadable, never empty, and cards still explain", async () => {
	const profileFolder = mkdtempSync(join(tmpdir(), "lens-profile-"));
	onTestFinished(() => rmSync(profileFolder, { recursive: true, force: true }));
	const before = await startBrowser({ profileFolder });
	const popupBefore = await before.openBehind("popup.html");
	await typeInto(popupBefore, "#query", "lip twitching");
	await press(popupBefore, ANSWER);
	await press(popupBefore, "Save");
	const libraryBefore = await before.openBehind("library.html");
	await until(async () => (await libraryBefore.$(".saved-answer")) !== null, "the answer is on the list");
	// Browsers write to the disk a moment after they say so.
	await pause(1_000);
	await before.close();
	expect(damageDatabases(profileFolder)).toBeGreaterThan(0);

	const after = await startBrowser({ profileFolder });
	onTestFinished(() => after.close());
	const popup = await after.openBehind("popup.html");

	await until(
		async () => /Your saved answers are gone\.|cannot be read/.test(await textOf(popup)),
		"the popup says so",
	);
	expect(await textOf(popup)).not.toContain("Nothing saved yet.");
	await typeInto(popup, "#query", "lip twitching");
	await press(popup, "Lip twitching");
	await until(async () => (await textOf(popup)).includes("What it is"), "the card explains");
});
