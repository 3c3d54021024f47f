import type { Answer, SymptomId, SymptomSummary } from "../../data/schema";
import { fractionsFrom } from "../random-from";

/** Different invented words that texts are made of: about as many as the answers of a medical library hold. */
const INVENTED_WORDS = 30_000;

/** Words of a title, of the rest of a question and of a reply; a record is about 1.2 KB as JSON with them. */
const LENGTHS = { title: [6, 10], question: [12, 24], reply: [52, 88] } as const;

/** Shares of words in a text that are ordinary ones of English, and that are terms of symptoms. */
const ORDINARY_SHARE = 0.42;
const TERM_SHARE = 0.05;

const ORDINARY = "the and of to a in is for with or may be can are it that you not have from your on this as by".split(
	" ",
);

const ONSETS = "b bl br c ch cl cr d dr f fl g gr h j k l m n p ph pl pr qu r s sc sh sk sl sp st t th tr v w z".split(
	" ",
);
const NUCLEI = "a e i o u ai ea io ou y".split(" ");
const CODAS = ["", "", "", "l", "m", "n", "nt", "r", "rd", "s", "st", "x"];

/** Words that can be pronounced and mean nothing, all different; always the same ones. */
export function inventedWords(count = INVENTED_WORDS): string[] {
	const random = fractionsFrom(1);
	const pick = (parts: readonly string[]) => parts[Math.floor(random() * parts.length)] ?? "";
	const words = new Set<string>();
	while (words.size < count) {
		const syllables = 2 + Math.floor(random() * 2.6);
		let word = "";
		for (let syllable = 0; syllable < syllables; syllable++) word += pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
		words.add(word);
	}
	return [...words];
}

/** Makes answers of invented words and symptom terms, one after another; the same ones every time. */
export class AnswerGenerator {
	readonly #symptoms: readonly SymptomSummary[];
	readonly #words = inventedWords();
	/** Places of words, each as often as Zipf's law has it. */
	readonly #places = zipfTable(INVENTED_WORDS);
	#random = fractionsFrom(2);

	constructor(symptoms: readonly SymptomSummary[]) {
		this.#symptoms = symptoms;
	}

	/** Batches of answers, made when they are asked for. */
	*batches(count: number, batchSize: number): Generator<Answer[]> {
		this.#random = fractionsFrom(2);
		for (let first = 0; first < count; first += batchSize) {
			const size = Math.min(batchSize, count - first);
			yield Array.from({ length: size }, (_, index) => this.#answer(first + index));
		}
	}

	#answer(number: number): Answer {
		const symptom = this.#symptoms[this.#upTo(this.#symptoms.length)];
		const title = sentence(this.#titleWords(symptom));
		return {
			id: `generated-${number}` as Answer["id"],
			url: `https://example.org/answers/${number}`,
			site: "Example",
			title,
			lang: "en",
			wording: "verbatim",
			question: {
				text: sentence(this.#textWords(LENGTHS.question)),
				askerAge: null,
				askerSex: null,
				askedOn: null,
			},
			replies: [
				{
					doctor: "Dr Example",
					specialty: null,
					hospital: null,
					repliedOn: null,
					text: sentence(this.#textWords(LENGTHS.reply)),
				},
			],
			background: null,
			symptoms: symptom ? [symptom.id as SymptomId] : [],
			similar: [],
			topics: [],
			relatedTopics: [],
			caution: null,
			complete: true,
			completenessNote: "",
		};
	}

	#titleWords(symptom: SymptomSummary | undefined): string[] {
		const words = symptom ? this.#termOf(symptom).split(" ") : [];
		for (const length = this.#between(LENGTHS.title); words.length < length; ) words.push(this.#word());
		return words;
	}

	#textWords(lengths: readonly [number, number]): string[] {
		return Array.from({ length: this.#between(lengths) }, () => this.#word());
	}

	#word(): string {
		const kind = this.#random();
		if (kind < ORDINARY_SHARE) return ORDINARY[this.#upTo(ORDINARY.length)] ?? "";
		if (kind < ORDINARY_SHARE + TERM_SHARE) {
			const symptom = this.#symptoms[this.#upTo(this.#symptoms.length)];
			if (symptom) return this.#termOf(symptom);
		}
		return this.#words[this.#places[this.#upTo(this.#places.length)] ?? 0] ?? "";
	}

	#termOf({ name, terms }: SymptomSummary): string {
		return terms[this.#upTo(terms.length)] ?? name;
	}

	#between([least, most]: readonly [number, number]): number {
		return least + this.#upTo(most - least + 1);
	}

	#upTo(limit: number): number {
		return Math.floor(this.#random() * limit);
	}
}

function sentence(words: readonly string[]): string {
	const [first = "", ...rest] = words;
	return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ");
}

/** A million places, the first one as often as the second and third together and so on: drawing one costs one look. */
function zipfTable(count: number): Uint16Array {
	const table = new Uint16Array(1 << 20);
	let total = 0;
	for (let rank = 1; rank <= count; rank++) total += 1 / rank;
	let sum = 0;
	let at = 0;
	for (let rank = 1; rank <= count; rank++) {
		sum += 1 / rank;
		for (const end = Math.round((sum / total) * table.length); at < end; at++) table[at] = rank - 1;
	}
	return table;
}
