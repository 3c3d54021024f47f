import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readContent } from "../../data/read-content";
import { servePages } from "../e2e/serve-pages";
import { serveWithoutScripts } from "../real-pages/serve-without-scripts";
import { sharedFolder } from "../real-pages/shared-pages";

const root = join(import.meta.dirname, "../..");

/** Own pages worth a visit; the others fight the extension, or have nothing to read. */
const OWN_PAGES = [
	"practice",
	"said",
	"sections",
	"emergency",
	"frames",
	"controls",
	"changing",
	"novel",
	"strict-csp",
];

/** What there is to browse. */
export interface Site {
	/** Pages to visit, each with a load of its own. */
	visited: string[];
	/** The page that is measured again and again. */
	reference: string;
	/** The page that is never loaded anew; of another origin, so that a process of its own runs it. */
	app: string;
	/** Short posts with one symptom each that has an answer, no two of the same symptom. */
	posts: string[];
	close: () => Promise<void>;
}

/** Serves the pages of the tests, and those of the shared folder if it is there and wanted. */
export async function openSite(usesShared: boolean): Promise<Site> {
	const own = await servePages(join(root, "tests/pages"));
	const visited = OWN_PAGES.map((name) => `${own.origin}/${name}.html`);
	const closing: (() => unknown)[] = [own.close];
	const folder = join(sharedFolder, "pages");
	if (usesShared && existsSync(folder)) {
		const shared = await servePages(folder);
		// Their scripts look for servers that cannot be reached, and their errors would not be ours.
		const quiet = await serveWithoutScripts(shared);
		closing.push(quiet.close, shared.close);
		const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
		visited.unshift(...names.map((name) => `${quiet.origin}/${name}`));
	} else if (usesShared) {
		console.warn(
			`There is no ${folder}, so only pages of the project's own tests are visited. Saved pages are not part of the ` +
				"repository: put the shared folder next to it, or name its place: SHARED=/path/to/shared npm run soak",
		);
	}
	return {
		visited,
		reference: `${own.origin}/practice.html`,
		app: `${own.otherOrigin}/app.html`,
		posts: answeredPosts(),
		close: async () => {
			for (const close of closing) await close();
		},
	};
}

/** A term that begins with one of these means something only under conditions: see `data/term-schema.ts`. */
const CONDITIONAL = /^[?=]/;

function answeredPosts(): string[] {
	const { symptoms, answerFiles } = readContent(join(root, "data"));
	// The first symptom of an answer is its main one: its card shows the answer first.
	const answered = new Set(answerFiles.flatMap(({ answers }) => answers.map((answer) => answer.symptoms[0])));
	return symptoms
		.filter(({ id }) => answered.has(id))
		.flatMap(({ layTerms }) => layTerms.find((term) => !CONDITIONAL.test(term)) ?? [])
		.map((term) => `For a week or so I have been asking myself about ${term}, mostly in the evening.`);
}
