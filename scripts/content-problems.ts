import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ContentProblem, describeProblems, readContent } from "../data/read-content";
import type { Symptom } from "../data/schema";
import { brokenRules } from "./content-rules";

/** A checked entry is checked again within this time, as the NHS does: https://service-manual.nhs.uk/design-system/patterns/know-that-a-page-is-up-to-date */
const LONGEST_REVIEW_MONTHS = 36;

/**
 * Every mistake in the content that a program can tell: shape, references, order of fields,
 * wording, and reviews that are due on a day (`YYYY-MM-DD`).
 */
export function contentProblems(dataFolder: string, today: string): ContentProblem[] {
	const { symptoms, problems } = readContent(dataFolder);
	return [
		...problems,
		...symptoms.flatMap((symptom) => {
			const file = `${symptom.id}.json`;
			const text = readFileSync(join(dataFolder, "symptoms", file), "utf8");
			return [...orderFaults(text, symptom), ...brokenRules(symptom), ...reviewFaults(symptom, today)].map((fault) => ({
				file,
				...fault,
			}));
		}),
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

// The schema hands fields back in its own order, which is that of the card.
function orderFaults(text: string, symptom: Symptom): Omit<ContentProblem, "file">[] {
	if (JSON.stringify(JSON.parse(text)) === JSON.stringify(symptom)) return [];
	return [{ field: "(whole file)", reason: "the fields are not in the order of data/schema.ts" }];
}

function reviewFaults({ review }: Symptom, today: string): Omit<ContentProblem, "file">[] {
	const latest = new Date(`${review.checkedOn}T00:00:00Z`);
	latest.setUTCMonth(latest.getUTCMonth() + LONGEST_REVIEW_MONTHS);
	return [
		...(review.checkedOn > today ? [{ field: "review.checkedOn", reason: "lies in the future" }] : []),
		...(review.nextCheck > latest.toISOString().slice(0, 10)
			? [{ field: "review.nextCheck", reason: `is more than ${LONGEST_REVIEW_MONTHS} months after checkedOn` }]
			: []),
		...(review.nextCheck < today
			? [{ field: "review.nextCheck", reason: `was due on ${review.nextCheck}: check the file against its sources` }]
			: []),
	];
}
