import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { expect, it, onTestFinished } from "vitest";
import { bundledLibraries } from "../../scripts/bundled-libraries";
import { projectFolder } from "./source-files";

it("every dependency is named with version and licence, and so is what it needs itself", () => {
	const { dependencies } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
	const libraries = bundledLibraries(projectFolder);
	const found = Object.fromEntries(libraries.map(({ name, version }) => [name, version]));

	expect(found).toMatchObject(dependencies);
	expect(found).toHaveProperty("scheduler");
	expect(libraries.every(({ licence }) => licence.length > 2)).toBe(true);
	expect(libraries.find(({ name }) => name === "react")?.text).toContain("MIT License");
});

it("a dependency without a licence stops the build, and is named", () => {
	const folder = mkdtempSync(join(tmpdir(), "lens-licences-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, "node_modules/nameless"), { recursive: true });
	writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: { nameless: "1.0.0" } }));
	writeFileSync(
		join(folder, "node_modules/nameless/package.json"),
		JSON.stringify({ name: "nameless", version: "1.0.0" }),
	);

	expect(() => bundledLibraries(folder)).toThrow(/nameless: package\.json: .*license/s);
});

it.each(["chrome", "firefox"])("every permission that %s is asked for is explained to readers", async (browser) => {
	const { permissions } = JSON.parse(readFileSync(join(import.meta.dirname, `manifest.${browser}.json`), "utf8"));
	const messages = await parseMessagesFile(join(projectFolder, "locales/en.yml"));
	const keys = messages.map(({ key }) => key.join("."));

	for (const name of permissions) {
		expect(keys).toContain(`permissions.${name}`);
		expect(keys).toContain(`permissions.${name}Why`);
	}
});
