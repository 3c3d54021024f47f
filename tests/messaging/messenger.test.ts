import { beforeEach, describe, expect, it, vi } from "vitest";
import { answerIdSchema, symptomIdSchema } from "../../data/schema";
import type { PageRequestHandlers } from "../../lib/messaging/page-requests";
import { EXTENSION_ID, installFakeRuntime, OWN_ORIGIN } from "./fake-runtime";

const runtime = installFakeRuntime();
// The library and `browser` look for the browser's API once, when they are loaded.
const { askBackground, broadcastSavedAnswersChanged, messenger, onSavedAnswersChanged } = await import(
	"../../lib/messaging/messenger"
);
const { onPageRequest } = await import("../../lib/messaging/page-requests");
const { browser } = await import("wxt/browser");
const { onWake, wakeBackground } = await import("../../lib/messaging/wake");

const handlers = {
	findAnswers: vi.fn<PageRequestHandlers["findAnswers"]>(async () => ({ ok: true, value: [] })),
	searchAnswers: vi.fn<PageRequestHandlers["searchAnswers"]>(async () => ({ ok: true, value: [] })),
	saveAnswer: vi.fn<PageRequestHandlers["saveAnswer"]>(async () => ({ ok: false, reason: "storage-full" })),
	listSavedAnswers: vi.fn<PageRequestHandlers["listSavedAnswers"]>(async () => ({
		ok: true,
		value: {
			ids: [],
			rows: [],
			count: 0,
			facets: { tag: [], symptomId: [], specialty: [], packId: [] },
			duplicates: [],
			isLost: false,
		},
	})),
	readSavedAnswers: vi.fn<PageRequestHandlers["readSavedAnswers"]>(async () => ({ ok: true, value: [] })),
	changeSavedAnswer: vi.fn<PageRequestHandlers["changeSavedAnswer"]>(async () => ({ ok: true, value: null })),
	tagSavedAnswers: vi.fn<PageRequestHandlers["tagSavedAnswers"]>(async () => ({ ok: true, value: [] })),
	mergeSavedAnswers: vi.fn<PageRequestHandlers["mergeSavedAnswers"]>(async () => ({ ok: false, reason: "not-found" })),
	removeSavedAnswers: vi.fn<PageRequestHandlers["removeSavedAnswers"]>(async () => ({ ok: true, value: [] })),
	restoreSavedAnswers: vi.fn<PageRequestHandlers["restoreSavedAnswers"]>(async () => ({ ok: true, value: [] })),
	removeSavedAnswer: vi.fn<PageRequestHandlers["removeSavedAnswer"]>(async () => ({ ok: true, value: null })),
	restoreSavedAnswer: vi.fn<PageRequestHandlers["restoreSavedAnswer"]>(async () => ({
		ok: false,
		reason: "not-found",
	})),
	listLookUps: vi.fn<PageRequestHandlers["listLookUps"]>(async () => ({ ok: true, value: [] })),
	forgetLookUps: vi.fn<PageRequestHandlers["forgetLookUps"]>(async () => ({ ok: true, value: null })),
	acknowledgeLoss: vi.fn<PageRequestHandlers["acknowledgeLoss"]>(async () => ({ ok: true, value: null })),
	addEpisode: vi.fn<PageRequestHandlers["addEpisode"]>(async () => ({ ok: false, reason: "storage-full" })),
	changeEpisode: vi.fn<PageRequestHandlers["changeEpisode"]>(async () => ({ ok: false, reason: "storage-full" })),
	removeEpisode: vi.fn<PageRequestHandlers["removeEpisode"]>(async () => ({ ok: false, reason: "storage-full" })),
	restoreEpisode: vi.fn<PageRequestHandlers["restoreEpisode"]>(async () => ({ ok: false, reason: "storage-full" })),
	listEpisodes: vi.fn<PageRequestHandlers["listEpisodes"]>(async () => ({ ok: true, value: [] })),
	noteRestored: vi.fn<PageRequestHandlers["noteRestored"]>(async () => ({ ok: true, value: null })),
	findSimilarAnswers: vi.fn<PageRequestHandlers["findSimilarAnswers"]>(async () => ({ ok: true, value: [] })),
	browseAnswers: vi.fn<PageRequestHandlers["browseAnswers"]>(async () => ({ ok: false, reason: "storage-unreadable" })),
	suggestNames: vi.fn<PageRequestHandlers["suggestNames"]>(async () => ({ ok: true, value: [] })),
	readAnswer: vi.fn<PageRequestHandlers["readAnswer"]>(async () => ({ ok: false, reason: "not-found" })),
	listPacks: vi.fn<PageRequestHandlers["listPacks"]>(async () => ({ ok: true, value: { packs: [], interrupted: [] } })),
	changePack: vi.fn<PageRequestHandlers["changePack"]>(async () => ({ ok: true, value: null })),
	removePack: vi.fn<PageRequestHandlers["removePack"]>(async () => ({ ok: true, value: null })),
	readPackPart: vi.fn<PageRequestHandlers["readPackPart"]>(async () => ({ ok: false, reason: "not-found" })),
	acknowledgeInterrupted: vi.fn<PageRequestHandlers["acknowledgeInterrupted"]>(async () => ({ ok: true, value: null })),
	keepCaptured: vi.fn<PageRequestHandlers["keepCaptured"]>(async () => ({ ok: false, reason: "storage-full" })),
	removeCaptured: vi.fn<PageRequestHandlers["removeCaptured"]>(async () => ({ ok: true, value: null })),
	describeStorage: vi.fn<PageRequestHandlers["describeStorage"]>(async () => ({ ok: false, reason: "no-reply" })),
	deleteStored: vi.fn<PageRequestHandlers["deleteStored"]>(async () => ({ ok: true, value: null })),
};
const nothing = { tag: null, symptomId: null, specialty: null, packId: null };
const wholeList = { text: "", filter: nothing, sort: "saved" as const, count: 20 };
const noReply = { ok: false, reason: "no-reply" };
const lipTwitching = symptomIdSchema.parse("lip-twitching");
const question = { symptomId: lipTwitching, sentence: "My lip twitches.", assertion: null };

beforeEach(() => {
	messenger.removeAllListeners();
	runtime.clear();
	vi.clearAllMocks();
	runtime.state.sender = { id: EXTENSION_ID, origin: OWN_ORIGIN };
	runtime.state.sent = 0;
});

describe("a request from our own page", () => {
	it("reaches its handler, and the result comes back", async () => {
		onPageRequest(handlers);

		expect(await askBackground("findAnswers", question)).toEqual({ ok: true, value: [] });
		expect(handlers.findAnswers).toHaveBeenCalledExactlyOnceWith(question);
	});

	it("without an argument works, too", async () => {
		onPageRequest(handlers);

		expect(await askBackground("listPacks", undefined)).toMatchObject({ ok: true });
		expect(await askBackground("acknowledgeLoss", undefined)).toEqual({ ok: true, value: null });
	});

	it("brings back the reason of a failure", async () => {
		onPageRequest(handlers);

		expect(await askBackground("restoreSavedAnswer", { id: "x" })).toEqual({ ok: false, reason: "not-found" });
	});

	it("is sent twice, then given up, when nobody answers in time", async () => {
		onPageRequest({ ...handlers, findAnswers: () => new Promise(() => undefined) });

		expect(await askBackground("findAnswers", question, 10)).toEqual(noReply);
		expect(runtime.state.sent).toBe(2);
	});

	it("is answered on the second attempt when the background was just starting", async () => {
		handlers.findAnswers.mockImplementationOnce(() => new Promise(() => undefined));
		onPageRequest(handlers);

		expect(await askBackground("findAnswers", question, 10)).toEqual({ ok: true, value: [] });
	});

	it("to change something is carried out once, and its second attempt gets the reply of the first", async () => {
		handlers.removeSavedAnswers.mockImplementationOnce(async () => {
			await new Promise((resolve) => setTimeout(resolve, 30));
			return { ok: true, value: ["x"] };
		});
		onPageRequest(handlers);

		expect(await askBackground("removeSavedAnswers", { ids: ["x"] }, 20)).toEqual({ ok: true, value: ["x"] });
		expect(runtime.state.sent).toBe(2);
		expect(handlers.removeSavedAnswers).toHaveBeenCalledTimes(1);
	});

	it("to change something is carried out every time the reader asks", async () => {
		onPageRequest(handlers);

		await askBackground("tagSavedAnswers", { ids: ["x"], tag: "visit", isOn: true });
		await askBackground("tagSavedAnswers", { ids: ["x"], tag: "visit", isOn: true });

		expect(handlers.tagSavedAnswers).toHaveBeenCalledTimes(2);
	});

	it("to change something is tried anew when the first attempt failed", async () => {
		handlers.removeSavedAnswers.mockRejectedValueOnce(new Error("The database was being closed"));
		onPageRequest(handlers);

		expect(await askBackground("removeSavedAnswers", { ids: ["x"] })).toEqual({ ok: true, value: [] });
		expect(handlers.removeSavedAnswers).toHaveBeenCalledTimes(2);
	});

	it("gets no reply when no background lives, or when it fails with a bug", async () => {
		expect(await askBackground("findAnswers", question)).toEqual(noReply);
		onPageRequest({ ...handlers, findAnswers: async () => Promise.reject(new TypeError("bug")) });
		expect(await askBackground("findAnswers", question)).toEqual(noReply);
	});
});

describe("a request", () => {
	it.each([
		["a content script of ours", { id: EXTENSION_ID, origin: "https://example.org" }],
		["another extension", { id: "another", origin: "chrome-extension://another" }],
		["another extension that claims our origin", { id: "another", origin: OWN_ORIGIN }],
		["a page without origin", { id: EXTENSION_ID, origin: "null" }],
	])("from %s is refused", async (_, sender) => {
		onPageRequest(handlers);
		runtime.state.sender = sender;

		expect(await askBackground("listSavedAnswers", wholeList)).toEqual(noReply);
		expect(handlers.listSavedAnswers).not.toHaveBeenCalled();
	});

	it.each([
		["an unknown field", { ...question, extra: 1 }],
		["a symptom that is no id", { ...question, symptomId: "../etc" }],
		["a text beyond all measure", { ...question, sentence: "x".repeat(1_001) }],
		["an assertion that there is not", { ...question, assertion: "sure" }],
		["nothing", undefined],
	])("to find answers with %s is refused", async (_, request) => {
		onPageRequest(handlers);

		await expect(messenger.sendMessage("findAnswers", { call: 1, request } as never)).rejects.toThrow();
		expect(handlers.findAnswers).not.toHaveBeenCalled();
	});

	it("to save keeps web addresses only: anything else could run as script when clicked", async () => {
		onPageRequest(handlers);
		const saveFrom = async (pageUrl: string) => {
			const context = { symptomId: lipTwitching, sentence: "", pageTitle: "", pageUrl };
			await askBackground("saveAnswer", { packId: "bundled", answerId: answerIdSchema.parse("one"), context });
			return handlers.saveAnswer.mock.lastCall?.[0].context.pageUrl;
		};

		expect(await saveFrom("https://example.org/?a=1")).toBe("https://example.org/?a=1");
		expect(await saveFrom("javascript:alert(1)")).toBe("");
		expect(await saveFrom("about:blank")).toBe("");
	});
});

describe("a request to change the personal list", () => {
	it.each([
		["a note beyond all measure", "changeSavedAnswer", { id: "x", note: "x".repeat(100_001) }],
		["a tag beyond all measure", "changeSavedAnswer", { id: "x", tags: ["x".repeat(41)] }],
		["too many tags", "changeSavedAnswer", { id: "x", tags: Array.from({ length: 201 }, (_, index) => `t${index}`) }],
		["an empty tag", "tagSavedAnswers", { ids: ["x"], tag: " ", isOn: true }],
		["a field of the row that is not the reader's to write", "changeSavedAnswer", { id: "x", savedAt: 1 }],
		["more rows at once than one reply holds", "readSavedAnswers", { ids: Array(101).fill("x") }],
	] as const)("with %s is refused", async (_, type, request) => {
		onPageRequest(handlers);

		await expect(messenger.sendMessage(type, { call: 1, request } as never)).rejects.toThrow();
		expect(handlers[type]).not.toHaveBeenCalled();
	});
});

describe("messages to pages", () => {
	it("tell them that the list changed", async () => {
		const onChange = vi.fn();
		onSavedAnswersChanged(onChange);

		await broadcastSavedAnswersChanged();

		expect(onChange).toHaveBeenCalledTimes(1);
	});

	it("go astray in silence when no page is open", async () => {
		await expect(broadcastSavedAnswersChanged()).resolves.toBeUndefined();
	});
});

describe("waking", () => {
	it("reaches the background from any page, and nothing else does", async () => {
		const wake = vi.fn();
		onPageRequest(handlers);
		onWake(wake);
		runtime.state.sender = { id: EXTENSION_ID, origin: "https://example.org" };

		wakeBackground();
		await askBackground("listSavedAnswers", wholeList);

		expect(wake).toHaveBeenCalledTimes(1);
	});

	it("never throws into the page, even after the extension was updated", () => {
		const send = vi.spyOn(browser.runtime, "sendMessage").mockImplementation(() => {
			throw new Error("Extension context invalidated.");
		});

		expect(wakeBackground).not.toThrow();
		send.mockRestore();
	});
});
