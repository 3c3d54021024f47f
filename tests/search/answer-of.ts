import { type Answer, answerSchema } from "../../data/schema";

/** A valid answer for tests; what matters is given, the rest is plain. */
export function answerOf(
	id: string,
	given: { title?: string; question?: string; reply?: string; background?: string; symptoms?: string[] } = {},
): Answer {
	return answerSchema.parse({
		id,
		url: null,
		site: "example.org",
		title: given.title ?? "A title",
		lang: "en",
		wording: "summary",
		question: { text: given.question ?? "A question?", askerAge: null, askerSex: null, askedOn: null },
		replies: [
			{ doctor: "Test Doctor", specialty: null, hospital: null, repliedOn: null, text: given.reply ?? "A reply." },
		],
		background: given.background ?? null,
		symptoms: given.symptoms ?? ["muscle-twitching"],
		similar: [],
		topics: [],
		relatedTopics: [],
		caution: null,
		complete: true,
		completenessNote: "Made up for a test",
	});
}
