// Long because its rules share one background, from the request to the stored rows.

// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { answerIdSchema, symptomIdSchema } from "../../data/schema";
import { NO_SAVED_FILTER } from "../../lib/browse/saved-choice";
import { createPageHandlers } from "../../lib/messaging/page-handlers";
import { createSearchLanguage } from "../../lib/search/search-language";
import { CAPTURED_PACK_ID } from "../../lib/storage/captured-pack";
import { createConnection } from "../../lib/storage/connection";
import { openDatabase } from "../../lib/storage/database";
import { StorageUnreadableError } from "../../lib/storage/storage-errors";
import { episodeOf } from "../backup/record-samples";
import { answerOf } from "../search/answer-of";
import {
	localDataInMemory,
	openTestDatabase,
	packOf,
	sentinelInMemory,
	somewhere,
	store,
	wipe,
} from "../storage/test-database";

const pack = packOf("v1", [
	answerOf("about-lips", { question: "My lip twitches, is it coffee?", symptoms: ["lip-twitching"] }),
	answerOf("about-eyes", { symptoms: ["eyelid-twitching"] }),
]);
const question = {
	symptomId: symptomIdSchema.parse("lip-twitching"),
	sentence: "Too much coffee and my lip twitches",
	assertion: "present" as const,
};
const saveRequest = { packId: "bundled", answerId: answerIdSchema.parse("about-lips"), context: somewhere };
const everything = { packId: null, site: null, doctor: null, specialty: null, year: null };
const browseRequest = { filter: everything, sort: "pack", text: "", first: 0, count: 50 } as const;
const wholeList = { text: "", filter: NO_SAVED_FILTER, sort: "saved", count: 20 } as const;
const capturedPack = { name: "Kept from pages", origin: "Pages you read", licence: "Not stated" };
const unreadable = { ok: false, reason: "storage-unreadable" };

function backgroundOf(options: { name?: string; load?: () => Promise<unknown>; version?: string } = {}) {
	const { name = crypto.randomUUID(), load = async () => pack, version = "v1" } = options;
	const onSavedAnswersChanged = vi.fn();
	const sentinelStore = sentinelInMemory();
	const localData = localDataInMemory({ settings: { isOn: false }, sentinel: {} });
	const { handlers, prepare } = createPageHandlers({
		connection: createConnection(() => openTestDatabase(name)),
		sentinelStore,
		localData,
		bundledPack: { id: "bundled", version, load },
		capturedPack,
		language: createSearchLanguage([], []),
		onSavedAnswersChanged,
	});
	return { name, handlers, prepare, onSavedAnswersChanged, sentinelStore, localData };
}

describe("the background", () => {
	it("answers the first request of all, which waits until the answers are stored", async () => {
		const load = vi.fn(async () => pack);
		const { handlers, prepare } = backgroundOf({ load });

		const [, , result] = await Promise.all([prepare(), prepare(), handlers.findAnswers(question)]);

		expect(result).toEqual({
			ok: true,
			value: [
				{
					packId: "bundled",
					packName: "Test data v1",
					answer: pack.answers[0],
					matchedWords: ["coffee", "lip", "twitches"],
					passage: null,
					sameAsker: { age: false, sex: false },
					savedId: null,
				},
			],
		});
		expect(load).toHaveBeenCalledTimes(1);
	});

	it("finds answers by their words", async () => {
		const { handlers } = backgroundOf();

		const result = await handlers.searchAnswers({ text: "coffee" });

		expect(result).toMatchObject({ ok: true, value: [{ answer: { id: "about-lips" }, matchedWords: ["coffee"] }] });
	});

	it("lists all answers, narrowed and sorted, each with the reader's saved copy", async () => {
		const { handlers } = backgroundOf();
		const saved = await handlers.saveAnswer(saveRequest);

		expect(await handlers.browseAnswers({ ...browseRequest, sort: "title" })).toMatchObject({
			ok: true,
			value: {
				total: 2,
				rows: [
					{ answerId: "about-lips", site: "example.org", replyCount: 1, savedId: saved.ok && saved.value.id },
					{ answerId: "about-eyes", reply: { doctor: "Test Doctor" }, savedId: null },
				],
			},
		});
		const elsewhere = { ...browseRequest, filter: { ...everything, site: "elsewhere.example" } };
		expect(await handlers.browseAnswers(elsewhere)).toMatchObject({ ok: true, value: { total: 0, libraryCount: 2 } });
		expect(await handlers.suggestNames({ facet: "doctor", text: "docter", filter: everything })).toEqual({
			ok: true,
			value: [{ value: "Test Doctor", count: 2 }],
		});
	});

	it("searches the list among what the filter leaves, however much else fits better", async () => {
		const better = Array.from({ length: 150 }, (_, index) => answerOf(`better-${index}`, { title: "Coffee coffee" }));
		const wanted = { ...answerOf("wanted", { question: "Is coffee good?", title: "Morning" }), site: "wanted.example" };
		const { handlers } = backgroundOf({ load: async () => packOf("v1", [...better, wanted]) });
		const filter = { ...everything, site: "wanted.example" };

		expect(await handlers.browseAnswers({ ...browseRequest, text: "coffee" })).toMatchObject({
			value: { total: 100, rows: { length: 50 } },
		});
		expect(await handlers.browseAnswers({ ...browseRequest, text: "coffee", filter })).toMatchObject({
			value: { total: 1, rows: [{ answerId: "wanted", matchedWords: ["coffee"] }] },
		});
		expect(await handlers.browseAnswers({ ...browseRequest, text: "xyzzy", filter })).toMatchObject({
			value: { total: 0, rows: [] },
		});
	});

	it("reads one whole answer, and says so when it is gone", async () => {
		const { handlers, prepare } = backgroundOf();
		await prepare();
		const { packId, answerId } = saveRequest;

		expect(await handlers.readAnswer({ packId, answerId })).toMatchObject({
			ok: true,
			value: { packName: "Test data v1", answer: pack.answers[0], savedId: null },
		});
		expect(await handlers.readAnswer({ packId: "gone", answerId })).toEqual({ ok: false, reason: "not-found" });
	});

	it("saves, shows as saved, removes and restores, and tells the pages each time", async () => {
		const { handlers, onSavedAnswersChanged } = backgroundOf();

		const saved = await handlers.saveAnswer(saveRequest);
		const id = saved.ok ? saved.value.id : "";
		expect(await handlers.findAnswers(question)).toMatchObject({ ok: true, value: [{ savedId: id }] });
		expect(await handlers.removeSavedAnswer({ id })).toEqual({ ok: true, value: null });
		expect(await handlers.findAnswers(question)).toMatchObject({
			ok: true,
			value: [{ savedId: null }],
		});
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({
			ok: true,
			value: { rows: [], count: 0, isLost: false },
		});
		expect(await handlers.restoreSavedAnswer({ id })).toMatchObject({ ok: true, value: { id, deletedAt: null } });

		expect(onSavedAnswersChanged).toHaveBeenCalledTimes(3);
	});

	it("changes notes, tags and many answers at once, and tells the pages each time", async () => {
		const { handlers, onSavedAnswersChanged } = backgroundOf();
		const saved = await handlers.saveAnswer(saveRequest);
		const id = saved.ok ? saved.value.id : "";

		expect(await handlers.changeSavedAnswer({ id, note: "Ask about coffee" })).toEqual({ ok: true, value: null });
		expect(await handlers.tagSavedAnswers({ ids: [id], tag: "lips", isOn: true })).toEqual({ ok: true, value: [id] });
		expect(await handlers.readSavedAnswers({ ids: [id, "nobody"] })).toMatchObject({
			ok: true,
			value: [{ id, note: "Ask about coffee", tags: ["lips"] }],
		});
		expect(await handlers.listSavedAnswers({ ...wholeList, text: "coffee" })).toMatchObject({ value: { ids: [id] } });
		expect(await handlers.removeSavedAnswers({ ids: [id] })).toEqual({ ok: true, value: [id] });
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ value: { count: 0, isLost: false } });
		expect(await handlers.restoreSavedAnswers({ ids: [id] })).toEqual({ ok: true, value: [id] });
		expect(onSavedAnswersChanged).toHaveBeenCalledTimes(5);
		expect(await handlers.changeSavedAnswer({ id: "nobody", note: "" })).toEqual({ ok: false, reason: "not-found" });
		expect(await handlers.mergeSavedAnswers({ ids: [id] })).toEqual({ ok: false, reason: "not-found" });
	});

	it("says so when what is to be saved, removed or restored does not exist", async () => {
		const { handlers } = backgroundOf();
		const notFound = { ok: false, reason: "not-found" };

		expect(await handlers.saveAnswer({ ...saveRequest, packId: "elsewhere" })).toEqual(notFound);
		expect(await handlers.removeSavedAnswer({ id: "nobody" })).toEqual(notFound);
		expect(await handlers.restoreSavedAnswer({ id: "nobody" })).toEqual(notFound);
	});

	it("says that the list was lost after the browser cleared the storage, until that was read", async () => {
		const { name, handlers } = backgroundOf();
		await handlers.saveAnswer(saveRequest);
		await wipe(name);

		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({
			ok: true,
			value: { rows: [], isLost: true },
		});
		expect(await handlers.findAnswers(question)).toMatchObject({
			ok: true,
			value: [{ savedId: null }],
		});
		await handlers.saveAnswer(saveRequest);
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ ok: true, value: { isLost: true } });
		await handlers.acknowledgeLoss(undefined);
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ ok: true, value: { isLost: false } });
	});

	it("logs, changes, removes and puts back an episode, and tells the pages each time", async () => {
		const { handlers, onSavedAnswersChanged } = backgroundOf();
		const { id, updatedAt: _, deletedAt: __, ...draft } = episodeOf("e");
		const all = { symptomId: null, from: 0, to: 1e6 };

		expect(await handlers.addEpisode({ id, draft })).toMatchObject({ ok: true, value: { id, ...draft } });
		await handlers.changeEpisode({ id, draft: { ...draft, place: "left" } });
		expect(await handlers.listEpisodes(all)).toMatchObject({ ok: true, value: [{ id, place: "left" }] });
		await handlers.removeEpisode({ id });
		expect(await handlers.listEpisodes(all)).toEqual({ ok: true, value: [] });
		await handlers.restoreEpisode({ id });
		expect(await handlers.listEpisodes(all)).toMatchObject({ value: [{ id, deletedAt: null }] });

		expect(onSavedAnswersChanged).toHaveBeenCalledTimes(4);
		expect(await handlers.removeEpisode({ id: "nobody" })).toEqual({ ok: false, reason: "not-found" });
	});

	it("tells the pages when an answer is kept from a page or taken out, and when a pack changes", async () => {
		const { handlers, onSavedAnswersChanged } = backgroundOf();
		const told = () => onSavedAnswersChanged.mock.calls.length;
		const answer = answerOf("kept");

		expect(await handlers.keepCaptured({ answer })).toMatchObject({ ok: true });
		expect(told()).toBe(1);
		expect(await handlers.removeCaptured({ answerId: answer.id })).toMatchObject({ ok: true });
		expect(told()).toBe(2);
		await handlers.keepCaptured({ answer });
		expect(await handlers.changePack({ id: CAPTURED_PACK_ID, isOn: false })).toMatchObject({ ok: true });
		expect(told()).toBe(4);
		expect(await handlers.removePack({ id: CAPTURED_PACK_ID })).toMatchObject({ ok: true });
		expect(told()).toBe(5);
	});

	it("does not miss a lost list any more when a backup was restored", async () => {
		const { name, handlers, onSavedAnswersChanged } = backgroundOf();
		await handlers.saveAnswer(saveRequest);
		await wipe(name);
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ value: { isLost: true } });

		await handlers.noteRestored(undefined);

		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ value: { isLost: false } });
		expect(onSavedAnswersChanged).toHaveBeenCalledTimes(2);
	});

	it("keeps a saved answer even if the sentinel cannot be written", async () => {
		const { handlers, sentinelStore } = backgroundOf();
		vi.spyOn(sentinelStore, "write").mockRejectedValueOnce(new Error("storage.local is full"));

		expect(await handlers.saveAnswer(saveRequest)).toMatchObject({ ok: true });
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ ok: true });
		expect(sentinelStore.written.at(-1)?.hasSaved).toBe(true);
	});

	it("goes on with the old answers when the new ones are damaged", async () => {
		const { name, prepare } = backgroundOf();
		await prepare();
		const updated = backgroundOf({ name, version: "v2", load: async () => "<html>" });

		expect(await updated.handlers.findAnswers(question)).toMatchObject({
			ok: true,
			value: [{ packName: "Test data v1" }],
		});
	});

	it("says that storage is unreadable when there are no answers at all, and tries again next time", async () => {
		const load = vi.fn(async (): Promise<unknown> => pack).mockRejectedValueOnce(new TypeError("Failed to fetch"));
		const { handlers } = backgroundOf({ load });

		expect(await handlers.findAnswers(question)).toEqual(unreadable);
		expect(await handlers.findAnswers(question)).toMatchObject({ ok: true });
	});

	it("says that storage is unreadable when the database does not open, and tries again next time", async () => {
		const open = vi
			.fn(() => openDatabase(crypto.randomUUID()))
			.mockRejectedValueOnce(new StorageUnreadableError("broken"));
		const { handlers } = createPageHandlers({
			connection: createConnection(open),
			sentinelStore: sentinelInMemory(),
			localData: localDataInMemory(),
			bundledPack: { id: "bundled", version: "v1", load: async () => pack },
			capturedPack,
			language: createSearchLanguage([], []),
			onSavedAnswersChanged: () => undefined,
		});

		expect(await handlers.listSavedAnswers(wholeList)).toEqual(unreadable);
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ ok: true });
	});

	it("says that storage is full when it is, and keeps nothing by halves", async () => {
		const { handlers, prepare } = backgroundOf();
		await prepare();
		const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});

		const result = await handlers.saveAnswer(saveRequest);
		add.mockRestore();

		expect(result).toEqual({ ok: false, reason: "storage-full" });
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ ok: true, value: { rows: [] } });
	});
});

describe("what is stored", () => {
	it("is told with counts and bytes, kind by kind, the product's own answers apart", async () => {
		const { handlers } = backgroundOf();
		await handlers.saveAnswer(saveRequest);

		const report = await handlers.describeStorage(undefined);

		expect(report).toMatchObject({
			ok: true,
			value: {
				saved: { count: 1 },
				bundled: { count: 1 },
				packs: { count: 0, bytes: 0 },
				diary: { count: 0, bytes: 0 },
				lookUps: { count: 0, bytes: 0 },
				settings: { count: 1 },
			},
		});
		expect(report.ok && report.value.saved.bytes).toBeGreaterThan(100);
	});

	it("is deleted kind by kind: the list, without calling it lost afterwards", async () => {
		const { handlers, onSavedAnswersChanged, sentinelStore } = backgroundOf();
		await handlers.saveAnswer(saveRequest);
		onSavedAnswersChanged.mockClear();

		expect(await handlers.deleteStored({ what: "saved" })).toEqual({ ok: true, value: null });

		expect(onSavedAnswersChanged).toHaveBeenCalledTimes(1);
		expect(sentinelStore.written.at(-1)?.hasSaved).toBe(false);
		expect(await handlers.listSavedAnswers(wholeList)).toMatchObject({ value: { count: 0, isLost: false } });
		expect(await handlers.describeStorage(undefined)).toMatchObject({ value: { saved: { count: 0, bytes: 0 } } });
	});

	it("keeps the product's own answers and the saved ones when the packs are deleted", async () => {
		const { name, handlers } = backgroundOf();
		await handlers.saveAnswer(saveRequest);
		await store(await openTestDatabase(name), { ...packOf("v1"), id: "clinic" });
		expect(await handlers.describeStorage(undefined)).toMatchObject({ value: { packs: { count: 1 } } });

		await handlers.deleteStored({ what: "packs" });

		expect(await handlers.describeStorage(undefined)).toMatchObject({
			value: { packs: { count: 0, bytes: 0 }, bundled: { count: 1 }, saved: { count: 1 } },
		});
	});

	it("keeps what tells of a loss when the settings are deleted", async () => {
		const { handlers, localData } = backgroundOf();

		await handlers.deleteStored({ what: "settings" });

		expect(await localData.read()).toEqual({ sentinel: {} });
	});

	it("is deleted as a whole, and the product is as on its first day", async () => {
		const { name, handlers, localData } = backgroundOf();
		const saved = await handlers.saveAnswer(saveRequest);
		const id = saved.ok ? saved.value.id : "";

		expect(await handlers.deleteStored({ what: "everything" })).toEqual({ ok: true, value: null });

		expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
		expect(await localData.read()).toEqual({});
		expect(await handlers.findAnswers(question)).toMatchObject({ ok: true, value: [{ savedId: null }] });
		expect(await handlers.restoreSavedAnswer({ id })).toEqual({ ok: false, reason: "not-found" });
	});
});
