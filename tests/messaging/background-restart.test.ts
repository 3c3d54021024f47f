// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import { answerIdSchema, symptomIdSchema } from "../../data/schema";
import { NO_SAVED_FILTER } from "../../lib/browse/saved-choice";
import { answerOf } from "../search/answer-of";
import { localDataInMemory, packOf, sentinelInMemory, somewhere } from "../storage/test-database";

const pack = packOf("v1", [answerOf("about-lips", { symptoms: ["lip-twitching"] })]);
const wholeList = { text: "", filter: NO_SAVED_FILTER, sort: "saved", count: 20 } as const;

it("a background that is stopped after every single step goes on where the one before was", async () => {
	const name = crypto.randomUUID();
	const sentinelStore = sentinelInMemory();
	/** What a background that has just started answers with: its modules are loaded anew, nothing is left but what was stored. */
	const afresh = async () => {
		vi.resetModules();
		const { createPageHandlers } = await import("../../lib/messaging/page-handlers");
		const { createSearchLanguage } = await import("../../lib/search/search-language");
		const { createConnection } = await import("../../lib/storage/connection");
		const { openTestDatabase } = await import("../storage/test-database");
		return createPageHandlers({
			connection: createConnection(() => openTestDatabase(name)),
			sentinelStore,
			localData: localDataInMemory(),
			bundledPack: { id: "bundled", version: "v1", load: async () => pack },
			capturedPack: { name: "Kept", origin: "Pages", licence: "Not stated" },
			language: createSearchLanguage([], []),
			onSavedAnswersChanged: () => undefined,
		}).handlers;
	};
	const question = { symptomId: symptomIdSchema.parse("lip-twitching"), sentence: "", assertion: null };
	const list = async () => (await afresh()).listSavedAnswers(wholeList);

	expect(await (await afresh()).findAnswers(question)).toMatchObject({ value: [{ answer: { id: "about-lips" } }] });
	const saved = await (await afresh()).saveAnswer({
		packId: "bundled",
		answerId: answerIdSchema.parse("about-lips"),
		context: somewhere,
	});
	if (!saved.ok) throw new Error(saved.reason);
	const { id } = saved.value;
	expect(await list()).toMatchObject({ value: { rows: [{ id }], isLost: false } });
	await (await afresh()).changeSavedAnswer({ id, note: "ask about coffee" });
	expect(await list()).toMatchObject({ value: { rows: [{ note: "ask about coffee" }] } });
	await (await afresh()).removeSavedAnswer({ id });
	expect(await list()).toMatchObject({ value: { rows: [] } });
	await (await afresh()).restoreSavedAnswer({ id });
	expect(await list()).toMatchObject({ value: { rows: [{ id, note: "ask about coffee" }] } });
});
