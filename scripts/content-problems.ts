import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Grammar } from "../data/grammar-schema";
import { type ContentProblem, describeProblems, readContent } from "../data/read-content";
import type { Review, Symptom } from "../data/schema";
import { compileLexicon } from "../lib/detection/compile-lexicon";
import { contentFiles } from "./content-files";
import { brokenAnswerRules, brokenEmergencyRules, brokenRules, ownWordsOf } from "./content-rules";
import { formatJson, parseJson } from "./format-json";
import { emergencyDigest, reviewDigest } from "./review-digest";

/** A checked entry is checked again within this time, as the NHS does: https://service-manual.nhs.uk/design-system/patterns/know-that-a-page-is-up-to-date */
const LONGEST_REVIEW_MONTHS = 36;

/**
 * Every mistake in the content that a program can tell: shape, references, terms of two symptoms, order of fields,
 * wording, what changed after it was checked, and reviews that are due on a day (`YYYY-MM-DD`).
 */
export function contentProblems(dataFolder: string, today: string): ContentProblem[] {
	const { symptoms, answerFiles, emergencies, grammar, problems } = readContent(dataFolder);
	return [
		...problems,
		...(grammar ? sharedTerms(symptoms, grammar) : []),
		...formatFaults(dataFolder),
		...symptoms.flatMap((symptom) => {
			const file = `${symptom.id}.json`;
			return [...brokenRules(symptom), ...reviewFaults(symptom.id, symptom.review, reviewDigest(symptom), today)].map(
				(fault) => ({ file, ...fault }),
			);
		}),
		...answerFiles.flatMap(({ answers }) =>
			answers.flatMap((answer) => {
				const own = symptoms.filter(({ id }) => answer.symptoms.includes(id));
				return brokenAnswerRules(answer, own.flatMap(ownWordsOf)).map((fault) => ({ file: answer.id, ...fault }));
			}),
		),
		...(emergencies?.emergencies ?? []).flatMap((emergency) =>
			[
				...brokenEmergencyRules(emergency),
				...reviewFaults(`emergency/${emergency.id}`, emergency.review, emergencyDigest(emergency), today),
			].map(({ field, reason }) => ({ file: "emergency.json", field: `${emergency.id}.${field}`, reason })),
		),
	];
}

/** What `npm run check:content` does; returns its exit code. */
export function checkContent(): number {
	const folder = join(import.meta.dirname, "../data");
	const problems = contentProblems(folder, new Date().toISOString().slice(0, 10));
	if (problems.length > 0) {
		console.error(describeProblems(problems));
		return 1;
	}
	const { symptoms, answerFiles } = readContent(folder);
	const answers = answerFiles.reduce((sum, file) => sum + file.answers.length, 0);
	console.log(`${symptoms.length} symptoms and ${answers} answers: no mistakes.`);
	return 0;
}

function sharedTerms(symptoms: Symptom[], grammar: Grammar): ContentProblem[] {
	return compileLexicon(symptoms, grammar).conflicts.map(({ term, symptomIds: [first, second] }) => ({
		file: `${second}.json`,
		field: "layTerms",
		reason: `"${term}" is a term of ${first} already`,
	}));
}

// A schema hands fields back in its own order; that of a symptom is the order of the card.
function formatFaults(dataFolder: string): ContentProblem[] {
	return contentFiles(dataFolder).flatMap(({ file, path, schema }) => {
		const text = readFileSync(path, "utf8");
		const parsed = schema.safeParse(parseJson(text));
		// A file that breaks its schema is named for that.
		if (!parsed.success || formatJson(parsed.data) === text) return [];
		return [{ file, field: "(whole file)", reason: "is not in the order and format of its schema: npm run fix" }];
	});
}

// `id` is what `npm run checked` calls it.
function reviewFaults(id: string, review: Review, digest: string, today: string): Omit<ContentProblem, "file">[] {
	const latest = new Date(`${review.checkedOn}T00:00:00Z`);
	latest.setUTCMonth(latest.getUTCMonth() + LONGEST_REVIEW_MONTHS);
	return [
		...(review.checkedOn > today ? [{ field: "review.checkedOn", reason: "lies in the future" }] : []),
		...(review.nextCheck > latest.toISOString().slice(0, 10)
			? [{ field: "review.nextCheck", reason: `is more than ${LONGEST_REVIEW_MONTHS} months after checkedOn` }]
			: []),
		...(review.nextCheck < today
			? [{ field: "review.nextCheck", reason: `was due on ${review.nextCheck}: check it against its sources` }]
			: []),
		...(review.digest !== digest
			? [
					{
						field: "review.digest",
						reason: `this is not what was checked on ${review.checkedOn}: read it beside its sources, then npm run checked -- ${id}`,
					},
				]
			: []),
	];
}
