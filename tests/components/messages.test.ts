import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { expect, it } from "vitest";

const messages = await parseMessagesFile(join(import.meta.dirname, "../../locales/en.yml"));

// The line between information and a diagnosis; `docs/decisions/0007-content.md`.
it.each([
	["tells readers what they have", /\byou have\b|\bmeans (?:that )?you\b|\byour diagnosis\b|\bthis is an? /i],
	["says urgent without who and how fast", /\burgent(?:ly)?\b/i],
	["calls an institution a doctor", /\bdoctor’s answer from\b/i],
])("no message %s", (_, pattern) => {
	expect(messages.map((message) => JSON.stringify(message)).filter((text) => pattern.test(text))).toEqual([]);
});
