import { bestBaseline, expectationOf, type Figure, isAimMet, shown, shownAim } from "./figure";
import { DETECTION_SETS, GOLD_SETS, type GoldSetId } from "./gold-sets";
import { KNOWN_WEAK_SPOTS } from "./known-weak-spots";
import { MEASURES, type MeasureId } from "./measures";
import type { WeakSpot } from "./weak-spot";

/** Everything that is measured for the page. */
export interface Accuracy {
	/** The day of the measurement, as YYYY-MM-DD. */
	date: string;
	figures: Figure[];
	/** Answers in the library that is searched. */
	librarySize: number;
	emergencies: EmergencyCounts;
}

/** What comes of the posts that `data/emergency.json` holds. */
export interface EmergencyCounts {
	emergencies: number;
	posts: number;
	/** Posts in which the card leads with their emergency. */
	led: number;
	nearMisses: number;
	/** Near misses in which no emergency leads. */
	silent: number;
}

/** The whole page as Markdown. Nothing but the explanations is written by hand. */
export function accuracyPage({ date, figures, librarySize, emergencies }: Accuracy): string {
	const isDetection = ({ set }: Figure) => DETECTION_SETS.includes(set);
	const sections = [
		"# Accuracy",
		`How well Symptom Lens finds symptoms in texts, says whose they are, and finds answers. \`npm run evaluate\` measured all of it on ${date} and wrote this page. The figures say nothing of whether a card is right: that rests on its sources.`,
		"## How to read the figures",
		HOW_TO_READ,
		"## The sets",
		setsTable(figures),
		`The library that is searched is [MedQuAD](https://github.com/abachaa/MedQuAD) with the judged answers of LiveQA: ${thousands(librarySize)} answers, CC BY 4.0.`,
		"## The measures",
		measuresList(figures),
		"## Finding symptoms",
		plot("detection", "Each figure of finding symptoms with its interval, the best baseline and the aim"),
		DETECTION_BASELINES,
		...setSections(figures.filter(isDetection)),
		"## Finding answers",
		plot("search", "Each figure of finding answers with its interval, the best baseline and the aim"),
		SEARCH_BASELINES,
		...setSections(figures.filter((figure) => !isDetection(figure))),
		"## Emergencies",
		emergencyText(emergencies),
		"## Where a baseline is better than ours",
		BEHIND,
		behindBaselines(figures),
		"## Aims that are missed, or met by little",
		"Met by little: the interval reaches over the aim, so other texts may miss it.",
		closeAims(figures),
		weakSpotsSection(KNOWN_WEAK_SPOTS),
	];
	return `${sections.join("\n\n")}\n`;
}

const HOW_TO_READ = [
	"- **Development part.** Each set was split by a hash of its texts' ids; these figures are of the 40 % that were in sight while detector and search were written. The weights of the search were found on them ([fit.ts](../lib/search/fit.ts)). Which terms and rules came of a miss in them is not recorded, so count all as tuned on them. The figures flatter: expect less on texts that nobody here has seen. The other 60 % are kept apart, and this command cannot measure them.",
	"- **Aimed at** are the sets with an aim. The others were in sight too, and served as a check of texts that we do not aim at.",
	"- **Others.** A baseline is what a plain method reaches on the very same texts; who it is stands above the tables. The best one is bold.",
	"- **Interval.** 95 % of what other texts of the same kind would give: as many texts are drawn from the set with replacement, 1,000 times. Two figures whose intervals overlap may differ by chance alone. At 0 or 1 it has no width by this method; three divided by n says how far off such a value may be.",
	"- **People disagree.** The marks are those of each set's makers. A sample of what counts as false in PsyTAR holds many symptoms that they left unmarked.",
].join("\n");

const DETECTION_BASELINES =
	"Baselines are dictionaries that mark their words wherever they stand, longest first: *SYMP* is the [Symptom Ontology](https://github.com/DiseaseOntology/SymptomOntology); *+ HPO lay* adds the plain names of the [Human Phenotype Ontology](https://hpo.jax.org); *+ all* adds all its names, those of MedlinePlus, and plurals. A small dictionary is precise and finds little, a large one the reverse, so look at recall and precision of the same one. *Plain list* is our own list of names matched as they are written, everything called present; *trigger word* calls denied what follows a word like “no” within six words.";

const SEARCH_BASELINES =
	"Baselines: *BM25* is the standard ranking by words; *CHiQA* is the order in which MEDIQA was published, that of a system built for these questions.";

const BEHIND =
	"By the best dictionary for each measure; none is the best for recall and precision at once. Most of these sets mark what an examination finds and names of rare signs, which we do not explain and so do not mark.";

function setsTable(figures: Figure[]): string {
	const rows = setsOf(figures).map((set) => {
		const { name, holds, unit, from, licence } = GOLD_SETS[set];
		const own = figures.filter((figure) => figure.set === set);
		const hasAim = own.some((figure) => expectationOf(figure).aim);
		return [
			name,
			holds,
			`${thousands(own[0]?.texts ?? 0)} ${unit}`,
			from,
			licence,
			hasAim ? "aimed at" : "not aimed at",
		];
	});
	return table(["set", "what it holds", "size here", "from", "licence", "while developing"], rows);
}

function measuresList(figures: Figure[]): string {
	const used = new Set(figures.map(({ measure }) => measure));
	const ids = (Object.keys(MEASURES) as MeasureId[]).filter((id) => used.has(id));
	return ids
		.map((id) => {
			const { label, means, isLessBetter } = MEASURES[id];
			return `- **${label}**${isLessBetter ? " (less is better)" : ""}: ${means}.`;
		})
		.join("\n");
}

function setSections(figures: Figure[]): string[] {
	return setsOf(figures).flatMap((set) => [
		`### ${GOLD_SETS[set].name}`,
		figuresTable(figures.filter((figure) => figure.set === set)),
	]);
}

function figuresTable(figures: Figure[]): string {
	const rows = figures.map((figure) => [
		figureLabel(figure),
		`**${shown(figure.value)}**`,
		figure.interval.map(shown).join(" – "),
		thousands(figure.n),
		baselinesText(figure),
		aimText(figure),
	]);
	return table(["measure", "ours", "95 % interval", "n", "baselines", "aim"], rows);
}

/** What a figure is called beside others of its set. */
export function figureLabel({ measure, part }: Figure): string {
	return part ? `${MEASURES[measure].label}, ${part}` : MEASURES[measure].label;
}

function baselinesText(figure: Figure): string {
	const best = bestBaseline(figure)?.[0];
	const all = Object.entries(expectationOf(figure).baselines ?? {});
	return all.map(([who, value]) => (who === best ? `${who} **${shown(value)}**` : `${who} ${shown(value)}`)).join(", ");
}

function aimText(figure: Figure): string {
	const { aim } = expectationOf(figure);
	return aim ? `${shownAim(aim)}, ${isAimMet(figure) ? "met" : "**missed**"}` : "";
}

function behindBaselines(figures: Figure[]): string {
	const lines = figures.flatMap((figure) => {
		const [who, value = 0] = bestBaseline(figure) ?? [];
		const isBehind = MEASURES[figure.measure].isLessBetter ? value < figure.value : value > figure.value;
		return who && isBehind ? [`- ${nameWithSet(figure)}: ${shown(figure.value)}, ${who} ${shown(value)}.`] : [];
	});
	return lines.length > 0 ? lines.join("\n") : "Nowhere.";
}

function closeAims(figures: Figure[]): string {
	const lines = figures.flatMap((figure) => {
		const { aim } = expectationOf(figure);
		const isClear = figure.interval.every((value) => isAimMet({ ...figure, value }));
		if (!aim || (isAimMet(figure) && isClear)) return [];
		const verdict = isAimMet(figure) ? "met by little" : "**missed**";
		return [`- ${nameWithSet(figure)}: ${shown(figure.value)}, aim ${shownAim(aim)}, ${verdict}.`];
	});
	return lines.length > 0 ? lines.join("\n") : "None.";
}

function nameWithSet(figure: Figure): string {
	return `${GOLD_SETS[figure.set].name}, ${figureLabel(figure)}`;
}

function emergencyText({ emergencies, posts, led, nearMisses, silent }: EmergencyCounts): string {
	return [
		"We know of no public set that tells which posts describe an emergency, so there is no figure like those above.",
		"",
		`- \`data/emergency.json\` holds ${emergencies} emergencies, each with posts that describe it and near misses. The card leads in ${led} of ${posts} posts, and in ${nearMisses - silent} of ${nearMisses} near misses. These were written together with the rules: they show that the rules do what they say, not how many emergencies are found.`,
		"- Of 120 posts written without knowledge of the rules, the card led in 53 before a change of 25 November 2026 and in 74 after it; of 120 near misses it left 116 alone before, and no fewer after (history: “signs of emergencies as people write them in a hurry”). Whether the words that the change added came of those posts is not recorded, so the second figure may flatter; the posts are not part of the project, so this command cannot repeat it. **Expect the lead to miss about half of the emergencies that are told in free words.**",
		"- `npm run test:real-pages` looks for false ones on saved reference pages, novels and news ([0010](decisions/0010-emergencies.md)).",
	].join("\n");
}

const WEAK_SPOTS_HEADING = "## Known weak spots";

/** The page with its last section, that of the weak spots, written anew. Throws if the page has none. */
export function withWeakSpots(page: string, spots: WeakSpot[]): string {
	const start = page.indexOf(WEAK_SPOTS_HEADING);
	if (start < 0) throw new Error(`The page has no “${WEAK_SPOTS_HEADING}”.`);
	return `${page.slice(0, start)}${weakSpotsSection(spots)}\n`;
}

function weakSpotsSection(spots: WeakSpot[]): string {
	return [
		WEAK_SPOTS_HEADING,
		"Every example is in our own words and is tried in the unit tests: when one is mended, its test fails until this page tells so.",
		...spots.flatMap(({ title, why, readBy, examples }) => [
			`### ${title}`,
			`${why} Read by: ${readBy}.`,
			table(
				["text", "today", "right"],
				examples.map(({ text, today, right }) => [`“${text}”`, findings(today), findings(right)]),
			),
		]),
	].join("\n\n");
}

function findings(lines: string[]): string {
	return lines.length > 0 ? lines.join("<br>") : "nothing";
}

function plot(name: string, alt: string): string {
	return [
		"<picture>",
		`<source media="(prefers-color-scheme: dark)" srcset="accuracy/${name}-dark.svg">`,
		`<img src="accuracy/${name}-light.svg" alt="${alt}; the tables below have the same numbers" width="860">`,
		"</picture>",
	].join("\n");
}

/** The sets that figures are of, in the order of the page. */
export function setsOf(figures: Figure[]): GoldSetId[] {
	const all = [...DETECTION_SETS, ...(Object.keys(GOLD_SETS) as GoldSetId[])];
	return [...new Set(all)].filter((id) => figures.some(({ set }) => set === id));
}

function table(head: string[], rows: string[][]): string {
	return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function thousands(value: number): string {
	return value.toLocaleString("en");
}
