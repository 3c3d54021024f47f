import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { projectFolder } from "./source-files";

/** Everything a build reads. What is left out is what builds and tests write. */
const NOT_SOURCE = new Set(["node_modules", ".git", ".output", ".wxt", "test-results", "docs", "tests"]);

it.each(["chrome", "firefox"])(
	"two clean builds for %s, in folders of other names, are the same byte for byte",
	{ timeout: 180_000 },
	(browser) => {
		const [one, other] = [buildAnew(browser, "lens-one-"), buildAnew(browser, "lens-another-place-")];

		expect(one.size).toBeGreaterThan(300);
		expect(other).toEqual(one);
	},
);

/** The hash of each file of a build that is made in a folder of its own, by its path. */
function buildAnew(browser: string, folderName: string): Map<string, string> {
	const folder = mkdtempSync(join(tmpdir(), folderName));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const name of readdirSync(projectFolder)) {
		if (!NOT_SOURCE.has(name)) cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
	}
	symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"), "junction");
	execFileSync(process.execPath, [join(folder, "node_modules/wxt/bin/wxt.mjs"), "build", "-b", browser], {
		cwd: folder,
		// The test's own mode would make it a build for tests.
		env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
		stdio: "pipe",
	});
	const output = join(folder, ".output", `${browser}-mv3`);
	const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return new Map(
		files
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((file) => [relative(output, file), createHash("sha256").update(readFileSync(file)).digest("hex")]),
	);
}
