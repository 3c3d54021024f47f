import type { SymptomId } from "../data/schema";
import { readDocument } from "../lib/search/document-reading";
import { askLibrary, FULL_FIT, searchAnswers } from "../lib/search/find-answers";
import { fitOf } from "../lib/search/fit";
import { Library } from "../lib/search/library";
import { readQuery } from "../lib/search/query-words";
import type { SearchDocument } from "../lib/search/search-document";
import type { SearchLanguage } from "../lib/search/search-language";
import { buildSegment } from "../lib/search/segment";
import { readSegment, type SegmentReader } from "../lib/search/segment-reader";

/** An answer of a library file. `question` may be empty. */
export interface LibraryLine {
	id: string;
	question: string;
	answer: string;
	symptoms?: string[] | undefined;
}

export interface Hit {
	id: string;
	/** Higher is better. */
	score: number;
}

/** A library in memory, searched by the ranking of the product. */
export class RankedLibrary {
	readonly #documents: SearchDocument[];
	readonly #numbers: Map<string, number>;
	readonly #reader: SegmentReader;
	readonly #language: SearchLanguage;

	constructor(lines: readonly LibraryLine[], language: SearchLanguage) {
		this.#language = language;
		this.#documents = lines.map(({ id, question, answer, symptoms }) => ({
			id,
			title: question,
			question: "",
			replies: answer,
			background: "",
			asker: { age: null, sex: null },
			symptoms: (symptoms as SymptomId[] | undefined) ?? language.symptomsNamedIn(question),
		}));
		this.#numbers = new Map(lines.map(({ id }, number) => [id, number]));
		this.#reader = readSegment("library", buildSegment(this.#documents), this.#documents);
	}

	has(id: string): boolean {
		return this.#numbers.has(id);
	}

	/** The best answers of the whole library; none when nothing is close. */
	async search(text: string, limit: number): Promise<Hit[]> {
		const found = await searchAnswers([this.#reader], { ...this.#language, text }, limit);
		return sorted(found.map(({ answerId, score }) => ({ id: answerId, score })));
	}

	/** These answers, all of them ranked, whether close or not; the order in which they are given means nothing. */
	rank(text: string, candidates: readonly string[], limit: number): Hit[] {
		const library = new Library([this.#reader]);
		const question = askLibrary(
			text,
			readQuery(text, library, this.#language.synonyms),
			library,
			this.#language.synonyms,
		);
		const hits = candidates.flatMap((id) => {
			const document = this.#documents[this.#numbers.get(id) ?? -1];
			return document ? [{ id, score: fitOf(question, readDocument(document)).score / FULL_FIT }] : [];
		});
		return sorted(hits).slice(0, limit);
	}
}

function sorted(hits: Hit[]): Hit[] {
	return hits.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}
