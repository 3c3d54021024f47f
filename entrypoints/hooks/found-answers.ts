import { askBackground } from "../../lib/messaging/messenger";
import type { FoundAnswer } from "../../lib/messaging/protocol";
import { NO_CONTEXT } from "./term-context";

/** Where an answer was met that the reader found by searching or browsing: on no page. */
export const NO_PAGE = { symptomId: null, ...NO_CONTEXT };

/** The stored answers to questions most like this one; undefined if they cannot be read. */
export async function lookForSimilar({ packId, answer }: FoundAnswer): Promise<FoundAnswer[] | undefined> {
	const result = await askBackground("findSimilarAnswers", { packId, answerId: answer.id });
	return result.ok ? result.value : undefined;
}
