import { join } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";

/**
 * Stands for `#i18n` where there is no browser: the real English messages through
 * the real library; only `browser.i18n.getMessage` is done here.
 */
const messages = generateChromeMessages(await parseMessagesFile(join(import.meta.dirname, "../../locales/en.yml")));

Object.assign(globalThis, {
	chrome: {
		...(globalThis as { chrome?: object }).chrome,
		runtime: { id: "test" },
		i18n: {
			getMessage: (key: string, values: string[] = []) =>
				(messages[key]?.message ?? "").replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? ""),
		},
	},
});

// The library takes `chrome` when it is loaded, so it is loaded only now.
export const i18n = (await import("@wxt-dev/i18n")).createI18n();
