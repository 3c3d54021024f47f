import type { SavedAnswer } from "../../lib/messaging/protocol";
import { answerOf } from "../search/answer-of";

/** A saved answer for tests; what matters is given, the rest is plain. */
export function savedOf(id: string, given: Partial<SavedAnswer> = {}): SavedAnswer {
	const snapshot = answerOf(id);
	return {
		id,
		packId: "p",
		answerId: snapshot.id,
		snapshot,
		packName: "P",
		context: { symptomId: null, sentence: "", pageTitle: "", pageUrl: "" },
		note: "",
		tags: [],
		savedAt: 1,
		updatedAt: 1,
		deletedAt: null,
		...given,
	};
}
