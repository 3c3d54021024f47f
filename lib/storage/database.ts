import { Dexie, type Table } from "dexie";
import type { Answer, AnswerId, Pack } from "../../data/schema";
import type { NameFacet } from "../browse/answer-facets";
import type { FacetColumns, FacetNames, TitleBlock } from "../browse/facet-columns";
import type { DiaryEpisode, LookUp, SavedAnswer } from "../messaging/protocol";
import type { PostingsBlock } from "../search/postings-block";
import type { SegmentSummary } from "../search/segment";
import { StorageUnreadableError, withStorageErrors } from "./storage-errors";

/** Name of the database in the browser. */
const DATABASE_NAME = "symptom-lens";

/** How long opening may take, in milliseconds. A damaged profile can leave the request hanging for ever. */
const OPEN_TIMEOUT_MS = 5_000;

/** A pack without its answers. */
export interface PackRow extends Omit<Pack, "answers"> {
	/** Under which its answers and its index are stored. A new version of a pack is a new edition. */
	edition: string;
	answerCount: number;
	/** Characters of all its texts. */
	textLength: number;
	/** Whether the search looks into it. */
	isOn: boolean;
	/** Milliseconds since the epoch. */
	storedAt: number;
}

/** The in-memory part of an edition's index. */
export type SegmentRow = { edition: string } & SegmentSummary;

/** Postings of an edition; found by the number of their last token. */
export type PostingsRow = { edition: string } & PostingsBlock;

/** Postings of an edition that is being written: the runs that are merged in the end. */
export type RunRow = PostingsRow & { run: number };

/** What some consecutive answers of an edition are filtered and sorted by. */
export type FacetColumnsRow = { edition: string } & FacetColumns;

/** The names of an edition. Written last: with it, the facets of the edition are whole. */
export type FacetNamesRow = { edition: string; names: Record<NameFacet, FacetNames> };

/** Titles of an edition in sorted runs, one for each row of columns, which are merged when they are read. */
export type TitleBlockRow = { edition: string; run: number; block: number } & TitleBlock;

export interface AnswerRow {
	edition: string;
	/** Number of the answer in the index. */
	document: number;
	id: AnswerId;
	answer: Answer;
}

/** An edition that no pack names: rows of it may lie about. */
export interface LooseEditionRow {
	edition: string;
	packId: string;
	packName: string;
	/** Milliseconds since the epoch. */
	since: number;
	/**
	 * `replaced`: its rows are to be cleared, whatever it was.
	 * `interrupted`: no edition but a note that an import was, of which the reader has not been told yet.
	 */
	state: "writing" | "replaced" | "interrupted";
}

/** When an answer was kept from a page, or removed again, in milliseconds since the epoch. */
export type CaptureTime = Pick<SavedAnswer, "updatedAt" | "deletedAt">;

/** Notes about the database itself: its identity, which a new database cannot know, and when captures came and went. */
export type MetaRow =
	| { key: "database"; id: string; times?: undefined }
	| { key: "captures"; id?: undefined; times: Record<string, CaptureTime> };

/** The database of the product. Only the background and the workers of the library page open it. */
export class LensDatabase extends Dexie {
	declare readonly packs: Table<PackRow, string>;
	declare readonly segments: Table<SegmentRow, string>;
	declare readonly postings: Table<PostingsRow, [edition: string, last: number]>;
	declare readonly runs: Table<RunRow, [edition: string, run: number, last: number]>;
	declare readonly facetColumns: Table<FacetColumnsRow, [edition: string, first: number]>;
	declare readonly facetNames: Table<FacetNamesRow, string>;
	declare readonly titleBlocks: Table<TitleBlockRow, [edition: string, run: number, block: number]>;
	declare readonly answers: Table<AnswerRow, [edition: string, document: number]>;
	declare readonly looseEditions: Table<LooseEditionRow, string>;
	declare readonly savedAnswers: Table<SavedAnswer, string>;
	declare readonly diary: Table<DiaryEpisode, string>;
	declare readonly lookUps: Table<LookUp, string>;
	declare readonly meta: Table<MetaRow, string>;

	constructor(name: string) {
		// Opened by hand: Dexie would open a wiped database again, empty and without a word (`docs/faults.md`, 15).
		super(name, { autoOpen: false });
		this.version(1).stores({
			packs: "id",
			segments: "packId",
			postings: "[packId+token]",
			answers: "[packId+id]",
			savedAnswers: "id, [packId+answerId], savedAt",
			meta: "key",
		});
		// The index changed its shape, and primary keys cannot change. Packs of version 1 came with the product and come again.
		this.version(2).stores({ packs: null, segments: null, postings: null, answers: null });
		this.version(3).stores({
			packs: "id",
			segments: "edition",
			postings: "[edition+last]",
			runs: "[edition+run+last]",
			answers: "[edition+document], [edition+id]",
			looseEditions: "edition",
		});
		// Editions of version 3 get their facets when they are first browsed; see `add-missing-facets.ts`.
		this.version(4).stores({
			facetColumns: "[edition+first]",
			facetNames: "edition",
			titleBlocks: "[edition+run+block]",
		});
		this.version(5)
			.stores({ diary: "id, symptomId, at", lookUps: "symptomId, at" })
			.upgrade((transaction) =>
				transaction.table<SavedAnswer>("savedAnswers").toCollection().modify({ note: "", tags: [] }),
			);
		this.on("populate", () => {
			this.meta.add({ key: "database", id: crypto.randomUUID() });
		});
		this.on("versionchange", () => {
			this.close({ disableAutoOpen: true });
			// Without `false` Dexie's own handler runs next and may open this old code again on the new schema (`docs/faults.md`, 10).
			return false;
		});
	}
}

/** Opens the database, or throws an error of `storage-errors.ts`, after 5 seconds at the latest. */
export async function openDatabase(name = DATABASE_NAME, timeoutMs = OPEN_TIMEOUT_MS): Promise<LensDatabase> {
	const database = new LensDatabase(name);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new StorageUnreadableError("The database did not open in time")), timeoutMs);
	});
	try {
		await withStorageErrors(() => Promise.race([openWithTables(database), timeout]));
		return database;
	} catch (error) {
		database.close();
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

// Dexie adds single tables that a broken profile has lost, but opens a database that has lost all of them as it is.
async function openWithTables(database: LensDatabase): Promise<void> {
	await database.open();
	if (database.backendDB().objectStoreNames.length > 0) return;
	await database.delete();
	await database.open();
}
