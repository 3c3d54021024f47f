import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lintPackage } from "../../scripts/lint-package";
import { projectFolder } from "./source-files";

// The package names no Android, because it has not run on a device. It is linted as if it did, so that it could.
it("the linter of Firefox's shop finds no fault that is not explained, for Android neither", () => {
	const { faults, explained } = lintPackage(packageWith({ gecko_android: {} }));

	expect(faults).toEqual([]);
	// An explanation that explains nothing any more goes.
	expect(explained.filter(({ count }) => count === 0)).toEqual([]);
});

/** A copy of the package whose manifest names more in `browser_specific_settings`. */
function packageWith(settings: object): string {
	const folder = mkdtempSync(join(tmpdir(), "lens-lint-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	cpSync(join(projectFolder, ".output/firefox-mv3"), folder, { recursive: true });
	const file = join(folder, "manifest.json");
	const manifest = JSON.parse(readFileSync(file, "utf8"));
	Object.assign(manifest.browser_specific_settings, settings);
	writeFileSync(file, JSON.stringify(manifest));
	return folder;
}
