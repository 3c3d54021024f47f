import { join } from "node:path";
import { Detector } from "../../lib/detection/find-mentions";
import { compiledLexicon } from "../content-plugin";
import { bestBaseline, expectationOf, type Figure, shown, shownAim } from "./figure";
import { readGoldTexts } from "./gold-texts";
import { scoreDenied, scoreLay } from "./score-assertions";
import { scoreNews, scoreSpans } from "./score-spans";

const SPAN_SETS = ["psytar", "maccrobat2020", "raredis", "gscplus", "twimed_pubmed"] as const;

/** Scores every set that concerns detection. Throws if a file of the gold sets is missing. */
export function evaluateDetection(goldFolder: string): Figure[] {
	const detector = new Detector(compiledLexicon());
	const textsOf = (name: string) => readGoldTexts(join(goldFolder, `${name}.jsonl.gz`));
	return [
		...SPAN_SETS.flatMap((set) => scoreSpans(detector, set, textsOf(`detect/${set}`))),
		...scoreLay(detector, readGoldTexts(join(goldFolder, "lay/lay.jsonl.gz"), false)),
		...scoreNews(detector, textsOf("detect/news_general")),
		...scoreDenied(detector, "negex", textsOf("negation/negex")),
		...scoreDenied(detector, "maccrobat2020", textsOf("detect/maccrobat2020")),
	];
}

/** Prints figures as a table with the best of the dictionaries and the aim. */
export function printDetection(figures: Figure[]): void {
	const lines = [
		["measure", "here", "95 % interval", "n", "dictionary", "reach"],
		...figures.map((figure) => {
			const { aim } = expectationOf(figure);
			const baseline = bestBaseline(figure)?.[1];
			return [
				figure.name,
				shown(figure.value),
				figure.interval.map(shown).join(" – "),
				String(figure.n),
				baseline === undefined ? "–" : shown(baseline),
				aim ? shownAim(aim) : "–",
			];
		}),
	];
	const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	for (const line of lines)
		console.log(
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		);
}
