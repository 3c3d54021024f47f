import { searchLanguage } from "../content-plugin";
import { OFF_TOPIC_QUERIES } from "../off-topic-queries";
import { RankedLibrary } from "../ranked-library";
import { expectationOf, type Figure, shown, shownAim } from "./figure";
import { type HoverTerm, type Judged, readCorpus, readHoverTerms, readLiveqa, readMediqa } from "./gold-queries";
import { scoreHover, scoreLiveqa, scoreMediqa, scoreMisspelled, scoreRefusals } from "./score-retrieval";

/** Scores the ranking on the sets of `gold/retrieval`. Throws if one of their files is missing. */
export async function evaluateRetrieval(folder: string): Promise<{ figures: Figure[]; librarySize: number }> {
	const language = searchLanguage();
	const lines = readCorpus(folder);
	const corpus = new RankedLibrary(lines, language);
	const hover = readHoverTerms(folder);
	const liveqa = readLiveqa(folder);
	const lists = readMediqa(folder);
	const answers = new RankedLibrary(
		lists.flatMap((list) => list.answers),
		language,
	);
	const queries = withRelevant(hover, liveqa);
	return {
		figures: [
			...(await scoreHover(corpus, hover)),
			...(await scoreLiveqa(corpus, liveqa)),
			...scoreMediqa(answers, lists),
			await scoreMisspelled(corpus, queries),
			...(await scoreRefusals(corpus, queries, OFF_TOPIC_QUERIES)),
		],
		librarySize: lines.length,
	};
}

/** Every query whose right answers are known. */
function withRelevant(hover: HoverTerm[], liveqa: Judged[]) {
	return [
		...hover.map(({ text, relevant }) => ({ text, relevant: new Set(relevant) })),
		...liveqa.map(({ text, grades }) => ({
			text,
			relevant: new Set([...grades].flatMap(([id, grade]) => (grade >= 3 ? [id] : []))),
		})),
	];
}

/** Prints figures, one a line. */
export function printRetrieval(figures: Figure[]): void {
	console.log(`\nRetrieval (mean, 95 % interval of the mean by bootstrap)\n`);
	for (const figure of figures) {
		const { baselines = {}, aim } = expectationOf(figure);
		const [low, high] = figure.interval.map((value) => value.toFixed(3));
		// The first is that of the plain method; what else is known stands on the page.
		const [baseline] = Object.values(baselines);
		console.log(
			`${figure.name.padEnd(34)} n=${String(figure.n).padStart(3)}  ${figure.value.toFixed(3)}  [${low}, ${high}]` +
				(baseline === undefined ? "" : `  baseline ${shown(baseline)}`) +
				(aim ? `  aim ${shownAim(aim)}` : ""),
		);
	}
}
