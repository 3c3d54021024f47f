import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContent } from "../../data/read-content";
import { findEmergencies } from "../../lib/detection/find-emergencies";
import { Detector } from "../../lib/detection/find-mentions";
import { compiledLexicon, shownEmergencies } from "../content-plugin";
import { type Accuracy, accuracyPage, type EmergencyCounts, withWeakSpots } from "./accuracy-page";
import { accuracyPlot, PALETTES } from "./accuracy-plot";
import { evaluateDetection, printDetection } from "./evaluate-detection";
import { evaluateRetrieval, printRetrieval } from "./evaluate-retrieval";
import { DETECTION_SETS } from "./gold-sets";
import { KNOWN_WEAK_SPOTS } from "./known-weak-spots";

const projectFolder = join(import.meta.dirname, "../..");
const PARTS = ["detection", "retrieval", "weak-spots"];

/** Where the gold sets lie, and where the page goes. */
interface Places {
	goldFolder: string;
	docsFolder: string;
}

const USUAL_PLACES: Places = {
	goldFolder: join(process.env.SHARED ?? join(projectFolder, "../shared"), "gold"),
	docsFolder: join(projectFolder, "docs"),
};

/**
 * Scores detection and search on the gold sets and prints the figures. Without a part's name both are scored, and the
 * accuracy page is written. The part `weak-spots` measures nothing and writes that section of the page anew. Returns
 * the exit code: without the gold sets 1, and nothing is written.
 */
export async function evaluate(parts: string[], { goldFolder, docsFolder } = USUAL_PLACES): Promise<number> {
	const unknown = parts.find((part) => !PARTS.includes(part));
	if (unknown !== undefined) {
		console.error(`There is no part ${unknown}. The parts are ${PARTS.join(", ")}.`);
		return 1;
	}
	if (parts.includes("weak-spots")) {
		const page = join(docsFolder, "accuracy.md");
		writeFileSync(page, withWeakSpots(readFileSync(page, "utf8"), KNOWN_WEAK_SPOTS));
		return 0;
	}
	if (!existsSync(goldFolder)) {
		console.error(`The gold sets are not there. Put the folder at ${goldFolder}, or name its parent in SHARED.`);
		return 1;
	}
	const isWanted = (part: string) => parts.length === 0 || parts.includes(part);
	const detection = isWanted("detection") ? evaluateDetection(goldFolder) : [];
	if (isWanted("detection")) printDetection(detection);
	if (!isWanted("retrieval")) return 0;
	const { figures, librarySize } = await evaluateRetrieval(join(goldFolder, "retrieval"));
	printRetrieval(figures);
	if (parts.length > 0) return 0;
	const date = new Date().toISOString().slice(0, 10);
	writeAccuracy(docsFolder, {
		date,
		figures: [...detection, ...figures],
		librarySize,
		emergencies: countEmergencies(),
	});
	return 0;
}

function writeAccuracy(docsFolder: string, accuracy: Accuracy): void {
	const plots = join(docsFolder, "accuracy");
	mkdirSync(plots, { recursive: true });
	const isDetection = ({ set }: Accuracy["figures"][number]) => DETECTION_SETS.includes(set);
	for (const [theme, palette] of Object.entries(PALETTES)) {
		const ofKind = (wanted: boolean) => accuracy.figures.filter((figure) => isDetection(figure) === wanted);
		writeFileSync(join(plots, `detection-${theme}.svg`), accuracyPlot(ofKind(true), palette));
		writeFileSync(join(plots, `search-${theme}.svg`), accuracyPlot(ofKind(false), palette));
	}
	const page = join(docsFolder, "accuracy.md");
	writeFileSync(page, accuracyPage(accuracy));
	console.log(`\nThe page lies in ${page}.`);
}

/** What comes of the posts that the content holds for each emergency. */
function countEmergencies(): EmergencyCounts {
	const detector = new Detector(compiledLexicon());
	const shown = shownEmergencies();
	const found = (post: string) => {
		detector.judgePage(post);
		return findEmergencies([post], detector, shown).map(({ id }) => id);
	};
	const emergencies = readContent(join(projectFolder, "data")).emergencies?.emergencies ?? [];
	const posts = emergencies.flatMap(({ id, mustMatch }) => mustMatch.map((post) => found(post).includes(id)));
	const nearMisses = emergencies.flatMap(({ mustNotMatch }) => mustNotMatch.map((post) => found(post).length === 0));
	return {
		emergencies: emergencies.length,
		posts: posts.length,
		led: posts.filter(Boolean).length,
		nearMisses: nearMisses.length,
		silent: nearMisses.filter(Boolean).length,
	};
}
