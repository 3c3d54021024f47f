import type { Fit } from "./fit";
import type { Question } from "./question";

/**
 * An answer is close when its whole topic is asked for, when its heading says most of
 * the query, or when one passage of it does; the more the query says, the less of it
 * comes together by chance. Measured on queries that a medical library cannot answer
 * (`npm run evaluate`): their words stand in it as well, but scattered, and in headings
 * about something else.
 */
const WHOLE_TOPIC = { topicality: 0.8, coverage: 0.22 };
const MOST_OF_TOPIC = { topicality: 0.7, coverage: 0.5 };
const LEAST_HEADED = 0.68;
const LEAST_TOGETHER = { short: 0.9, long: 0.5, named: 0.6 };
/** From this number of words on a query is long. */
const LONG_QUERY = 7;

/** Closeness of a symptom's name that suffices by itself, less where the name stands in the query word for word; a vaguer one has to go with much of the query. */
const SURELY_NAMED = 0.8;
const NAMED_WORD_FOR_WORD = 0.5;
const COVERAGE_OF_NAMED = 0.85;

/** True if a query surely names a symptom, by the closeness of its name. */
export function isSurelyNamed(closeness: number, isWordForWord: boolean): boolean {
	return closeness >= (isWordForWord ? NAMED_WORD_FOR_WORD : SURELY_NAMED);
}

/** True if an answer is close to a query: how much it is about a symptom (0 to 1) that the query names, surely or not, and how it fits. */
export function isClose(
	{ about, isNamed, fit }: { about: number; isNamed: boolean; fit: Fit },
	question: Question,
): boolean {
	if (about > 0 && (isNamed || fit.coverage >= COVERAGE_OF_NAMED)) return true;
	const fits = ({ topicality, coverage }: typeof WHOLE_TOPIC) =>
		fit.topicality >= topicality && fit.coverage >= coverage;
	if (fits(WHOLE_TOPIC) || fits(MOST_OF_TOPIC) || fit.headed >= LEAST_HEADED) return true;
	// A name of several words is no chance meeting: "leg pain".
	if (question.concepts.some(({ places }) => places.length > 1) && fit.together >= LEAST_TOGETHER.named) return true;
	if (question.words.length >= LONG_QUERY) return fit.together >= LEAST_TOGETHER.long;
	// Two everyday words meet in any text; then the heading has to know one of them.
	return fit.together >= LEAST_TOGETHER.short && (question.words.length === 1 || fit.headed > 0);
}
