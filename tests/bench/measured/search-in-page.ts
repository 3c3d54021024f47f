import { symptomIndex } from "virtual:symptom-index";
import { synonymGroups } from "virtual:synonyms";
import { Dexie, type Table } from "dexie";
import type { Answer } from "../../../data/schema";
import { searchAnswers } from "../../../lib/search/find-answers";
import { searchDocumentOf } from "../../../lib/search/search-document";
import { createSearchLanguage } from "../../../lib/search/search-language";
import type { SegmentReader } from "../../../lib/search/segment-reader";
import { type LensDatabase, openDatabase } from "../../../lib/storage/database";
import { findStoredAnswers } from "../../../lib/storage/find-stored-answers";
import { storePack } from "../../../lib/storage/packs";
import { AnswerGenerator } from "../generated-answers";
import { type Peer, type PeerName, peers } from "./search-peers";

/** Where answers come from: made in the page, or read from a file of `{ id, question, answer }` lines. */
export type Source = { generated: number } | { file: string };

/** How long storing took, in milliseconds without the making of the answers. */
export interface Stored {
	ms: number;
	answers: number;
}

/** Where the time of one query went, in milliseconds; the parts follow each other. */
export interface Stages {
	/** Opening the transaction and the readers. */
	open: number;
	/** Reading the query: symptoms, synonyms, misspellings. */
	query: number;
	/** Reading postings. */
	postings: number;
	/** Scoring all answers by them and taking the best. */
	score: number;
	/** Reading the best. */
	documents: number;
	/** Judging them. */
	judge: number;
	/** Reading what is shown. */
	fetch: number;
	total: number;
	found: number;
}

/** Answers in one batch of an import, as `lib/import` hands them over. */
const IMPORT_BATCH = 500;
/** Records in one bare `bulkPut`. */
const BARE_BATCH = 1_000;

const language = createSearchLanguage(symptomIndex, synonymGroups);
let database: LensDatabase | undefined;
let peer: Peer | undefined;

/** Stores answers with their index as an import does. */
export async function store(source: Source): Promise<Stored> {
	const header = { id: "bench", name: "Bench", version: "1", origin: "Bench", licence: "None", date: "2026-01-01" };
	return timed(source, IMPORT_BATCH, async (batches) => {
		await storePack(await opened(), header, batches);
	});
}

/** Puts the same records into a table of nothing but them. */
export async function storeBare(source: Source): Promise<Stored> {
	const bare = new Dexie("bare");
	bare.version(1).stores({ answers: "id" });
	const answers: Table<Answer> = bare.table("answers");
	await bare.open();
	const stored = await timed(source, BARE_BATCH, async (batches) => {
		for await (const batch of batches) await answers.bulkPut(batch);
	});
	await bare.delete();
	return stored;
}

/** One query as a page of the product asks it, from the stored answers. `isFirst`: with the database opened anew. */
export async function search(text: string, isFirst = false): Promise<Stages> {
	if (isFirst) {
		database?.close();
		database = undefined;
	}
	const marks: number[] = [];
	const start = performance.now();
	const found = await findStoredAnswers(await opened(), async (readers) => {
		marks[0] = performance.now();
		const ranked = await searchAnswers(
			readers.map((reader) => withMarks(reader, marks)),
			{ ...language, text },
		);
		marks[5] = performance.now();
		return ranked;
	});
	const end = performance.now();
	const [readers = end, asked = readers, read = asked, chosen = read, loaded = chosen, ranked = loaded] = marks;
	return {
		open: readers - start,
		query: asked - readers,
		postings: read - asked,
		score: chosen - read,
		documents: loaded - chosen,
		judge: ranked - loaded,
		fetch: end - ranked,
		total: end - start,
		found: found.length,
	};
}

/** Fills a peer; returns how long that took in milliseconds, without the making of the answers. */
export async function fillPeer(name: PeerName, source: Source): Promise<Stored> {
	peer = peers[name]();
	let id = 0;
	return timed(source, IMPORT_BATCH, async (batches) => {
		for await (const batch of batches) peer?.add(batch.map((answer) => ({ id: id++, ...textsOf(answer) })));
	});
}

/** One query of the peer. */
export function searchPeer(text: string): { total: number; found: number } {
	const start = performance.now();
	const found = peer?.search(text) ?? 0;
	return { total: performance.now() - start, found };
}

/** Bytes that the answers take as JSON, and how many different words they hold, of the first ones. */
export async function describe(source: Source, sample: number): Promise<{ bytes: number; words: number }> {
	let bytes = 0;
	let count = 0;
	const words = new Set<string>();
	for await (const batch of batchesOf(source, IMPORT_BATCH)) {
		for (const answer of batch) {
			bytes += JSON.stringify(answer).length;
			for (const [word] of Object.values(textsOf(answer))
				.join(" ")
				.toLowerCase()
				.matchAll(/\p{L}+/gu))
				words.add(word);
		}
		count += batch.length;
		if (count >= sample) break;
	}
	return { bytes: bytes / count, words: words.size };
}

async function opened(): Promise<LensDatabase> {
	database ??= await openDatabase();
	return database;
}

function withMarks(reader: SegmentReader, marks: number[]): SegmentReader {
	return {
		...reader,
		postings: async (tokens) => {
			marks[1] ??= performance.now();
			const postings = await reader.postings(tokens);
			marks[2] = performance.now();
			return postings;
		},
		documents: async (numbers) => {
			marks[3] = performance.now();
			const documents = await reader.documents(numbers);
			marks[4] = performance.now();
			return documents;
		},
	};
}

function textsOf(answer: Answer): { title: string; text: string } {
	const { title, question, replies } = searchDocumentOf(answer);
	return { title, text: `${question} ${replies}`.trim() };
}

async function timed(
	source: Source,
	batchSize: number,
	work: (batches: AsyncIterable<Answer[]>) => Promise<void>,
): Promise<Stored> {
	let making = 0;
	let answers = 0;
	const start = performance.now();
	await work(
		(async function* () {
			const batches = batchesOf(source, batchSize);
			for (;;) {
				const before = performance.now();
				const { value, done } = await batches.next();
				making += performance.now() - before;
				if (done) return;
				answers += value.length;
				yield value;
			}
		})(),
	);
	return { ms: performance.now() - start - making, answers };
}

async function* batchesOf(source: Source, size: number): AsyncGenerator<Answer[], undefined> {
	if ("generated" in source) {
		yield* new AnswerGenerator(symptomIndex).batches(source.generated, size);
		return;
	}
	const lines = (await (await fetch(source.file)).text()).trim().split("\n");
	for (let first = 0; first < lines.length; first += size) yield lines.slice(first, first + size).map(answerOfLine);
}

function answerOfLine(line: string): Answer {
	const { id, question, answer } = JSON.parse(line) as { id: string; question: string; answer: string };
	return {
		id: id as Answer["id"],
		url: null,
		site: "MedQuAD",
		title: question,
		lang: "en",
		wording: "verbatim",
		question: { text: question, askerAge: null, askerSex: null, askedOn: null },
		replies: [{ doctor: null, specialty: null, hospital: null, repliedOn: null, text: answer }],
		background: null,
		symptoms: language.symptomsNamedIn(question),
		similar: [],
		topics: [],
		relatedTopics: [],
		caution: null,
		complete: true,
		completenessNote: "",
	};
}
