import { symptomIndex } from "virtual:symptom-index";
import { synonymGroups } from "virtual:synonyms";
import type { Answer } from "../../../data/schema";
import type { BrowseRequest, SuggestRequest } from "../../../lib/messaging/protocol";
import { searchAnswers } from "../../../lib/search/find-answers";
import { createSearchLanguage } from "../../../lib/search/search-language";
import { browseAnswers, suggestStoredNames } from "../../../lib/storage/browse-answers";
import { type LensDatabase, openDatabase } from "../../../lib/storage/database";
import { storePack } from "../../../lib/storage/packs";
import { AnswerGenerator } from "../generated-answers";

/** Answers in one batch of an import, as `lib/import` hands them over. */
const IMPORT_BATCH = 500;

/** How the generated answers differ: sites, specialties, days since 2005, and answers for each doctor. */
const SITES = 300;
const SPECIALTIES = 40;
const DAYS = 7_000;
const ANSWERS_OF_A_DOCTOR = 5;

const language = createSearchLanguage(symptomIndex, synonymGroups);
let database: LensDatabase | undefined;

/** Stores two packs of generated answers from many sites and doctors. */
export async function store(count: number): Promise<void> {
	const header = { version: "1", origin: "Bench", licence: "None", date: "2026-01-01" };
	for (const id of ["one", "two"]) {
		await storePack(await opened(), { ...header, id, name: id }, varied(count / 2, id));
	}
}

/** One request of the page; milliseconds, and how many answers fit. `isFirst`: with the database opened anew. */
export async function browse(request: BrowseRequest, isFirst = false): Promise<{ ms: number; total: number }> {
	if (isFirst) {
		database?.close();
		database = undefined;
	}
	const start = performance.now();
	const { total } = await browseAnswers(await opened(), "one", request, (readers, allows) =>
		searchAnswers(readers, { ...language, text: request.text, allows }, 100),
	);
	return { ms: performance.now() - start, total };
}

/** One look for names; milliseconds, and how many fit. */
export async function suggest(request: SuggestRequest): Promise<{ ms: number; total: number }> {
	const start = performance.now();
	const names = await suggestStoredNames(await opened(), "one", request);
	return { ms: performance.now() - start, total: names.length };
}

async function opened(): Promise<LensDatabase> {
	database ??= await openDatabase();
	return database;
}

function* varied(count: number, pack: string): Generator<Answer[]> {
	let number = 0;
	for (const batch of new AnswerGenerator(symptomIndex).batches(count, IMPORT_BATCH)) {
		yield batch.map((answer) => {
			number++;
			const day = new Date(Date.UTC(2005, 0, 1 + ((number * 7_919) % DAYS)));
			const doctor = `Doctor ${pack} ${(number * 104_729) % Math.ceil(count / ANSWERS_OF_A_DOCTOR)}`;
			const [reply] = answer.replies;
			return {
				...answer,
				site: `site-${number % SITES}.example`,
				replies: reply
					? [
							{
								...reply,
								doctor,
								specialty: `Specialty ${number % SPECIALTIES}`,
								repliedOn: day.toISOString().slice(0, 10),
							},
						]
					: [],
			};
		});
	}
}
