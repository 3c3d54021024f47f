import { describe, expect, it } from "vitest";
import { localVoice } from "../lib/read-aloud";

const voice = (lang: string, localService = true, isDefault = false) => ({ lang, localService, default: isDefault });

describe("the voice that reads a card", () => {
	it("is never one that sends the text to a server", () => {
		expect(localVoice([voice("en-US", false, true)], "en")).toBeUndefined();
	});

	it("speaks the language of the text, however the system writes it", () => {
		expect(localVoice([voice("de-DE"), voice("en_GB")], "en")?.lang).toBe("en_GB");
		expect(localVoice([voice("de-DE"), voice("enm")], "en")).toBeUndefined();
	});

	it("is the preferred one among several", () => {
		expect(localVoice([voice("en-GB"), voice("en-US", true, true)], "en")?.lang).toBe("en-US");
	});
});
