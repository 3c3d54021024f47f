import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { readContent } from "../data/read-content";
import { copiedRuns, type NamedText } from "./copied-runs";

const sharedFolder = process.env.SHARED ?? join(import.meta.dirname, "../../shared");

/** What `npm run check:originality` does; returns its exit code. Texts of others never enter the project. */
export function checkOriginality(): number {
	const folders = ["gold", "pages"].map((name) => join(sharedFolder, name));
	const missing = folders.filter((folder) => !existsSync(folder));
	if (missing.length > 0) {
		console.error(
			`The texts to compare with are not there: ${missing.join(", ")}. Name the folder that holds them in SHARED.`,
		);
		return 1;
	}
	const ours = [...contentTexts()];
	const copied = copiedRuns(ours, folders.flatMap(filesIn).map(readText));
	for (const run of copied) console.error(`${run.ours}: "${run.words}" stands in ${run.theirs}`);
	console.log(`${ours.length} texts of ours, ${copied.length} runs of nine words shared with others.`);
	return copied.length === 0 ? 0 : 1;
}

/** Every text of the content with its file and path in it. */
function* contentTexts(): Generator<NamedText> {
	const { symptoms, answerFiles } = readContent(join(import.meta.dirname, "../data"));
	for (const symptom of symptoms) yield* textsIn(symptom, `${symptom.id}.json`);
	for (const { answers } of answerFiles) for (const answer of answers) yield* textsIn(answer, answer.id);
}

// Titles of pages and names of sources are those of others by right.
const QUOTED_FIELDS = new Set(["title", "similar", "url", "site"]);

function* textsIn(value: unknown, name: string): Generator<NamedText> {
	if (typeof value === "string") yield { name, text: value };
	else if (typeof value === "object" && value !== null) {
		for (const [key, inner] of Object.entries(value)) {
			const isSourceList = key === "sources" && Array.isArray(inner) && typeof inner[0] === "object";
			if (!QUOTED_FIELDS.has(key) && !isSourceList) yield* textsIn(inner, `${name}: ${key}`);
		}
	}
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

function readText(file: string): NamedText {
	const bytes = readFileSync(file);
	const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
	const plain = file.endsWith(".html") ? text.replace(/<[^>]*>/g, " ") : text.replaceAll("\\n", " ");
	return { name: relative(sharedFolder, file), text: plain };
}
