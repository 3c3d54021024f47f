import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { expect, it } from "vitest";

const project = join(import.meta.dirname, "../..");
const messages = await parseMessagesFile(join(project, "locales/en.yml"));

// The line between information and a diagnosis; `docs/decisions/0007-content.md`.
it.each([
	["tells readers what they have", /\byou have\b|\bmeans (?:that )?you\b|\byour diagnosis\b|\bthis is an? /i],
	["says urgent without who and how fast", /\burgent(?:ly)?\b/i],
	["calls an institution a doctor", /\bdoctor’s answer from\b/i],
])("no message %s", (_, pattern) => {
	expect(messages.map((message) => JSON.stringify(message)).filter((text) => pattern.test(text))).toEqual([]);
});

const code = ["components", "entrypoints", "lib"]
	.flatMap((folder) => readdirSync(join(project, folder), { recursive: true, withFileTypes: true }))
	.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
	.map((entry) => join(entry.parentPath, entry.name))
	.concat(join(project, "wxt.config.ts"))
	.map((file) => readFileSync(file, "utf8"))
	.join("\n");

/** Keys that are put together of a part that is known and one that is not: `theme.${name}`. */
const composed = [...code.matchAll(/`([a-zA-Z]+\.[\w.]*)\$\{[\w.]+\}(\w*)`/g)].map(
	([, begin = "", end = ""]) => new RegExp(`^${begin.replaceAll(".", "\\.")}\\w+${end}$`),
);

it("no message is left that nothing says", () => {
	const unused = messages
		.map(({ key }) => key.join("."))
		// The browser says these.
		.filter((key) => !key.startsWith("@@"))
		.filter((key) => !code.includes(`"${key}"`) && !code.includes(key.replaceAll(".", "_")))
		.filter((key) => !composed.some((pattern) => pattern.test(key)));

	expect(unused).toEqual([]);
});
