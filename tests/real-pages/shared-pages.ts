import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The folder of pages that cannot be part of this repository, because other people wrote them. */
export const sharedFolder = resolve(root, process.env.SHARED ?? "../shared");

/** A page of the shared folder and what has to be underlined on it. */
export interface RealPage {
	path: string;
	/** Words that must be among the underlined ones, in the page's spelling. */
	mustUnderline: string[];
	/** False for a page without any symptom, where nothing may be underlined. */
	hasTerms: boolean;
}

/** The pages that are read in a real browser. */
export const realPages: RealPage[] = [
	{
		path: "seed/page.html",
		hasTerms: true,
		mustUnderline: ["twitching", "muscle atrophy", "muscle twitches", "shoulder feels stiff", "eyelid twitch"],
	},
	{ path: "pages/movdis_Tremor.html", hasTerms: true, mustUnderline: ["rest tremor", "ataxia", "myoclonus"] },
	// Its chapters are folded, and open in the course of the test.
	{ path: "pages/neuro_neuro-exam.html", hasTerms: true, mustUnderline: ["dysarthria", "foot drop", "fasciculations"] },
	{
		path: "pages/readability_webmd-1.html",
		hasTerms: true,
		mustUnderline: ["anaphylaxis", "insect sting", "heartburn", "weight loss"],
	},
	// News about stranded whales, which die of heat and exhaustion.
	{ path: "pages/readability_guardian-1.html", hasTerms: true, mustUnderline: ["heat stroke", "exhaustion"] },
	// It reads from right to left: a false alarm would show here.
	{ path: "pages/readability_rtl-3.html", hasTerms: false, mustUnderline: [] },
];

/** Throws, in a sentence that helps, if the pages are not there. */
export function requireSharedPages(): void {
	const missing = realPages.map(({ path }) => path).filter((path) => !existsSync(join(sharedFolder, path)));
	if (missing.length === 0) return;
	throw new Error(
		`These tests read pages that are not part of the repository. ${sharedFolder} lacks ${missing.join(", ")}. ` +
			"Put the shared folder next to the repository, or name its place: SHARED=/path/to/shared npm run test:real-pages",
	);
}
