import { expect, it, vi } from "vitest";

it.each([
	["of a private window is told why", true, "save.private"],
	["of any other window may save", false, undefined],
])("a page %s", async (_, inIncognitoContext, reason) => {
	vi.resetModules();
	vi.doMock("#i18n", () => ({ i18n: { t: (key: string) => key } }));
	vi.doMock("wxt/browser", () => ({ browser: { extension: { inIncognitoContext } } }));
	const { privateReason } = await import("../../entrypoints/hooks/private-reason");

	expect(privateReason()).toBe(reason);
});
