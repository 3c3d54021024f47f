import type { Answer, SymptomId } from "../../data/schema";
import { type Asker, ageBand } from "./asker";

/** An answer as the search reads it. */
export interface SearchDocument {
	id: string;
	/** What it is about: the title, and the topics it is filed under. */
	title: string;
	question: string;
	/** Who answered, and the words of the answer. */
	replies: string;
	/** The site's own text, which surrounds the answer and is no part of it. */
	background: string;
	/** The main one first. */
	symptoms: readonly SymptomId[];
	asker: Asker;
}

/** The parts of an answer that are searched. */
export function searchDocumentOf({
	id,
	title,
	topics,
	question,
	replies,
	background,
	symptoms,
}: Answer): SearchDocument {
	return {
		id,
		title: [title, ...topics].join(" "),
		question: question.text === title ? "" : question.text,
		replies: replies
			.map(({ doctor, specialty, text }) => `${[doctor, specialty].filter(Boolean).join(" ")}\n${text}`)
			.join("\n"),
		background: background ?? "",
		symptoms,
		asker: { age: ageBand(question.askerAge), sex: question.askerSex },
	};
}
