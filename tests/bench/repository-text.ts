import { join } from "node:path";
import { type Content, readContent } from "../../data/read-content";
import { statementsOf } from "../../data/schema";

/** The content of this repository: what is searched for, and what is searched in. */
export const content: Content = readContent(join(import.meta.dirname, "../../data"));

/** Paragraphs people can read, from the answers and symptoms of this repository: far more terms than an ordinary page. */
export const paragraphs: string[] = [
	...content.answerFiles.flatMap(({ answers }) =>
		answers.flatMap(({ title, question, replies }) => [title, question.text, ...replies.map(({ text }) => text)]),
	),
	...content.symptoms.flatMap((symptom) => [
		...statementsOf(symptom).map(({ statement }) => statement.text),
		...symptom.mustMatch,
		...symptom.mustNotMatch,
	]),
];

/** Paragraphs that hold this many words together, repeated as often as needed. */
export function paragraphsOfWords(count: number): string[] {
	const taken: string[] = [];
	for (let words = 0, index = 0; words < count; index++) {
		const paragraph = paragraphs[index % paragraphs.length] ?? "";
		taken.push(paragraph);
		words += paragraph.split(/\s+/).length;
	}
	return taken;
}
