import { beforeEach, describe, expect, it, vi } from "vitest";
import { symptomIdSchema } from "../../data/schema";
import { EXTENSION_ID, installFakeRuntime, OWN_ORIGIN } from "./fake-runtime";

const runtime = installFakeRuntime();
// The library and `browser` look for the browser's API once, when they are loaded.
const { onLookUp } = await import("../../lib/messaging/look-ups");
const { tellLookUp } = await import("../../lib/messaging/tell-look-up");
const { messenger } = await import("../../lib/messaging/messenger");

const lipTwitching = symptomIdSchema.parse("lip-twitching");
const note = vi.fn(async () => undefined);
const sendFrom = async (sender: object) => {
	runtime.state.sender = sender as typeof runtime.state.sender;
	await tellLookUp(lipTwitching);
};
const card = { id: EXTENSION_ID, origin: OWN_ORIGIN, tab: { incognito: false } };

beforeEach(() => {
	messenger.removeAllListeners();
	runtime.clear();
	note.mockClear();
	onLookUp(note);
});

describe("a look-up", () => {
	it("is told of by a card in a tab", async () => {
		await sendFrom(card);

		expect(note).toHaveBeenCalledExactlyOnceWith(lipTwitching);
	});

	it.each([
		["in a private window", { ...card, tab: { incognito: true } }],
		["of which nobody says whether it is private", { ...card, tab: undefined }],
		["of another origin", { ...card, origin: "https://example.org" }],
		["of another extension", { ...card, id: "another" }],
	])("is never noted from a card %s", async (_, sender) => {
		await sendFrom(sender);

		expect(note).not.toHaveBeenCalled();
	});

	it("harms no card when nobody listens, or noting fails", async () => {
		note.mockRejectedValueOnce(new Error("The disk is full"));
		await expect(sendFrom(card)).resolves.toBeUndefined();
		runtime.clear();
		await expect(sendFrom(card)).resolves.toBeUndefined();
	});
});
