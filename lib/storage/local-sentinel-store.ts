import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { SENTINEL_KEY, type SentinelStore } from "./sentinel";

const sentinelSchema = z.strictObject({ databaseId: z.string(), hasSaved: z.boolean() });

/** The sentinel in `storage.local`, which is cleared apart from the database. Anything else found there counts as none. */
export const localSentinelStore: SentinelStore = {
	read: async () => sentinelSchema.safeParse((await browser.storage.local.get(SENTINEL_KEY))[SENTINEL_KEY]).data,
	write: async (sentinel) => browser.storage.local.set({ [SENTINEL_KEY]: sentinel }),
};
