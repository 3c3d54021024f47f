import * as z from "zod";
import { type Answer, answerSchema } from "../../data/schema";

/** One thing that keeps a record from being kept. */
export interface RecordProblem {
	/** As a path: "question.text", "replies[0].text". */
	field: string;
	/** In plain words, to stand beside the field. */
	reason: string;
}

const recordSchema = answerSchema.omit({ id: true });

/** What is missing or wrong in a record, field by field; empty if it may be kept. */
export function problemsOf(record: Omit<Answer, "id">): RecordProblem[] {
	const parsed = recordSchema.safeParse(record);
	if (parsed.success) return [];
	return parsed.error.issues.map((issue) => ({ field: z.core.toDotPath(issue.path), reason: reasonOf(issue) }));
}

function reasonOf(issue: z.core.$ZodIssue): string {
	if (issue.code === "too_small" && issue.origin === "string") return "must not be empty";
	if (issue.code === "too_small" && issue.origin === "array") return "needs at least one entry";
	if (issue.code === "invalid_format" && issue.format === "date") return "must be a day that exists, as YYYY-MM-DD";
	return issue.message;
}
