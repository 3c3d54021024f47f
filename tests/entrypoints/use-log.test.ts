import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { newEpisode } from "../../components/DiaryForm";
import type { SymptomId } from "../../data/schema";
import { logActionsOf } from "../../entrypoints/hooks/use-log";

// The words of the interface bring a browser of their own.
vi.mock("#i18n", () => ({ i18n: { t: (key: string) => key } }));
vi.mock("wxt/browser", () => ({ browser: { extension: { inIncognitoContext: false } } }));
const asked = vi.hoisted(() => vi.fn());
vi.mock("../../lib/messaging/messenger", () => ({ askBackground: asked }));

beforeEach(() => {
	asked.mockReset().mockImplementation(async (_: string, { id }: { id: string }) => ({ ok: true, value: { id } }));
});
afterEach(() => vi.unstubAllGlobals());

const fields = newEpisode(1_000);

it("an episode that is saved by two presses is one episode, and the next form another", async () => {
	const log = logActionsOf("lip-twitching" as SymptomId);
	const keep = log.onBegin();
	const saved = await Promise.all([keep(fields), keep(fields), log.onBegin()(fields)]);

	const ids = saved.map((result) => "id" in result && result.id);
	expect(ids[1]).toBe(ids[0]);
	expect(ids[2]).not.toBe(ids[0]);
});

it("an episode is logged on a page without encryption too, where the browser makes no ids", async () => {
	vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });

	expect(await logActionsOf("lip-twitching" as SymptomId).onBegin()(fields)).toEqual({
		id: expect.stringMatching(/^[0-9a-f]{32}$/),
	});
});
