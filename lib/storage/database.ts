import { Dexie, type Table } from "dexie";
import type { Answer, AnswerId, Pack } from "../../data/schema";
import type { SavedAnswer } from "../messaging/protocol";
import type { Postings, SegmentSummary } from "../search/segment";
import { StorageUnreadableError, withStorageErrors } from "./storage-errors";

/** Name of the database in the browser. */
export const DATABASE_NAME = "symptom-lens";

/** How long opening may take, in milliseconds. A damaged profile can leave the request hanging for ever. */
const OPEN_TIMEOUT_MS = 5_000;

/** A pack without its answers. */
export type PackRow = Omit<Pack, "answers">;

/** The in-memory part of a pack's index. */
export type SegmentRow = { packId: string } & SegmentSummary;

/** Where one word stands in a pack. */
export type PostingsRow = { packId: string; token: string } & Postings;

export interface AnswerRow {
	packId: string;
	id: AnswerId;
	answer: Answer;
}

/** A note about the database itself: its identity, which a new database cannot know. */
export interface MetaRow {
	key: "database";
	id: string;
}

/** The database of the product. Only the background opens it. */
export class LensDatabase extends Dexie {
	declare readonly packs: Table<PackRow, string>;
	declare readonly segments: Table<SegmentRow, string>;
	declare readonly postings: Table<PostingsRow, [packId: string, token: string]>;
	declare readonly answers: Table<AnswerRow, [packId: string, id: string]>;
	declare readonly savedAnswers: Table<SavedAnswer, string>;
	declare readonly meta: Table<MetaRow, string>;

	constructor(name: string) {
		// Opened by hand: Dexie would open a wiped database again, empty and without a word (fault K).
		super(name, { autoOpen: false });
		this.version(1).stores({
			packs: "id",
			segments: "packId",
			postings: "[packId+token]",
			answers: "[packId+id]",
			savedAnswers: "id, [packId+answerId], savedAt",
			meta: "key",
		});
		this.on("populate", () => {
			this.meta.add({ key: "database", id: crypto.randomUUID() });
		});
		this.on("versionchange", () => {
			this.close({ disableAutoOpen: true });
			// Without `false` Dexie's own handler runs next and may open this old code again on the new schema (fault J).
			return false;
		});
	}
}

/** Opens the database, or throws `StorageUnreadableError`, after 5 seconds at the latest. */
export async function openDatabase(name = DATABASE_NAME, timeoutMs = OPEN_TIMEOUT_MS): Promise<LensDatabase> {
	const database = new LensDatabase(name);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new StorageUnreadableError("The database did not open in time")), timeoutMs);
	});
	try {
		await withStorageErrors(() => Promise.race([database.open(), timeout]));
		return database;
	} catch (error) {
		database.close();
		throw error;
	} finally {
		clearTimeout(timer);
	}
}
