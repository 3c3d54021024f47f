import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import * as z from "zod";
import { searchLanguage } from "./content-plugin";
import { answerJsonLines, exitCodeOf, LineInvalidError, readJsonLines } from "./json-lines";
import { RankedLibrary } from "./ranked-library";

const idSchema = z.union([z.string(), z.number()]);
const libraryLineSchema = z.object({
	id: idSchema.transform(String),
	question: z.string(),
	answer: z.string(),
	source: z.string().nullish(),
	symptoms: z
		.array(z.string())
		.nullish()
		.transform((symptoms) => symptoms ?? undefined),
});
const queryLineSchema = z.object({
	id: idSchema,
	text: z.string(),
	candidates: z.array(idSchema.transform(String)).nullish(),
});

const DEFAULT_TOP = 10;

/**
 * Reads queries as JSONL from standard input and writes one line for each, in the
 * same order: `{"id","hits":[{"id","score"}],"ms"}`. Without `candidates` the whole
 * library is searched, and no hits mean that nothing is close; with them only those
 * are ranked, all of them. `ms` leaves loading out. Returns the exit code: a line that
 * is not as it should be is named on standard error, and ends the run with 1.
 */
export async function runAnswers(options: string[]): Promise<number> {
	try {
		const { library: file, top } = readOptions(options);
		const library = new RankedLibrary(await readLibrary(file), searchLanguage());
		return answerJsonLines(queryLineSchema, async ({ id, text, candidates }) => {
			const unknown = candidates?.find((candidate) => !library.has(candidate));
			if (unknown !== undefined)
				throw new LineInvalidError(`query ${id}: candidates: "${unknown}" is not in the library`);
			const started = performance.now();
			const hits = candidates ? library.rank(text, candidates, top) : await library.search(text, top);
			const ms = Math.round((performance.now() - started) * 1_000) / 1_000;
			return { id, hits, ms };
		});
	} catch (error) {
		return exitCodeOf(error);
	}
}

function readOptions(options: string[]): { library: string; top: number } {
	const optionOf = (name: string) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
	const library = optionOf("--library");
	const top = Number(optionOf("--top") ?? DEFAULT_TOP);
	if (library === undefined || !Number.isInteger(top) || top < 1 || options.length > 4) {
		throw new LineInvalidError("Usage: npm run -s answers -- --library FILE.jsonl[.gz] [--top N] < queries.jsonl");
	}
	return { library, top };
}

async function readLibrary(file: string) {
	const bytes = createReadStream(file);
	const text = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
	// An error of the file itself reaches the reader of the unpacked text only by hand.
	bytes.on("error", (error) => text.destroy(error));
	const lines = [];
	const seen = new Set<string>();
	try {
		for await (const line of readJsonLines(text.setEncoding("utf8"), libraryLineSchema, `${file}: `)) {
			if (seen.has(line.id)) throw new LineInvalidError(`${file}: id: "${line.id}" stands there twice`);
			seen.add(line.id);
			lines.push(line);
		}
	} catch (error) {
		if (error instanceof LineInvalidError) throw error;
		throw new LineInvalidError(`${file}: (whole file): ${(error as Error).message}`);
	}
	return lines;
}
