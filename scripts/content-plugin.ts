/**
 * Turns `data/` into what the product ships: the compiled lexicon, the symptom
 * index and the bundled answers. A mistake in a content file stops the build
 * and is named by file, field and reason.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { EmergencyFile } from "../data/emergency-schema";
import type { Grammar } from "../data/grammar-schema";
import { type Content, describeProblems, readContent } from "../data/read-content";
import type { Pack, SymptomSummary } from "../data/schema";
import { type SymptomText, symptomText } from "../data/symptom-text";
import { compileLexicon } from "../lib/detection/compile-lexicon";
import { leaveOutComposed } from "../lib/detection/leave-out-composed";
import type { CompiledLexicon } from "../lib/detection/lexicon";
import { spellingOf } from "../lib/detection/term-flags";
import { createSearchLanguage, type SearchLanguage } from "../lib/search/search-language";
import { bundledLibraries } from "./bundled-libraries";
import { sitesOf } from "./content-sites";

const dataFolder = join(import.meta.dirname, "../data");

/** Vite plugin that serves the modules declared in `data/virtual-modules.d.ts`. */
export function contentPlugin(): Plugin {
	const modules: Record<string, () => string> = {
		"virtual:lexicon": lexiconModule,
		"virtual:emergencies": () => exported({ emergencyFile: shownEmergencies() }),
		"virtual:symptom-index": () => exported({ symptomIndex: validContent().symptoms.map(summarise) }),
		"virtual:specialties": () => exported({ specialties: specialtiesOf(validContent()) }),
		"virtual:about": () => exported({ about: aboutProduct() }),
		"virtual:synonyms": () => exported({ synonymGroups: validContent().grammar.synonyms.groups }),
		"virtual:bundled-pack": () => {
			const { id, version } = bundledPack();
			return exported({ bundledPackId: id, bundledPackVersion: version, bundledPackPath: "/packs/bundled.json" });
		},
	};
	return {
		name: "symptom-lens-content",
		resolveId: (id) => (id in modules ? `\0${id}` : undefined),
		load: (id) => modules[id.slice(1)]?.(),
	};
}

/** What the cards of all symptoms show, a file each. */
export function symptomTexts(): SymptomText[] {
	return validContent().symptoms.map(symptomText);
}

/** What leads a card, without the posts it is tested with. */
export function shownEmergencies(): EmergencyFile {
	const { words, emergencies } = validContent().emergencies;
	return { words, emergencies: emergencies.map((emergency) => ({ ...emergency, mustMatch: [], mustNotMatch: [] })) };
}

/** The terms of every symptom and the grammar, compiled, the symptoms that are shown first. Throws an error that lists every content problem. */
export function compiledLexicon(): CompiledLexicon {
	const { symptoms, answerFiles, grammar } = validContent();
	const shown = shownSymptoms({ symptoms, answerFiles });
	// ICPC-2 numbers complaints by body system. They share words, and what is alike compresses best side by side.
	const ordered = symptoms.toSorted(
		(one, other) =>
			Number(shown.has(other.id)) - Number(shown.has(one.id)) ||
			(one.codes.icpc2 ?? "").localeCompare(other.codes.icpc2 ?? ""),
	);
	const { lexicon, terms } = compileLexicon(ordered, grammar);
	return leaveOutComposed(lexicon, terms);
}

/** What the search of the product knows of the language. Throws an error that lists every content problem. */
export function searchLanguage(): SearchLanguage {
	const { symptoms, grammar } = validContent();
	return createSearchLanguage(symptoms.map(summarise), grammar.synonyms.groups);
}

function lexiconModule(): string {
	// The ones that are shown come first: every page pays for this module, and their number is shorter than their names.
	return `${exported({ lexicon: compiledLexicon() })}
export const shownSymptoms = lexicon.symptomIds.slice(0, ${shownSymptoms(validContent()).size});`;
}

/** The ids of symptoms whose card has something to say: an explanation or an answer. Others are found by searching only. */
export function shownSymptoms({ symptoms, answerFiles }: Pick<Content, "symptoms" | "answerFiles">): Set<string> {
	const explained = symptoms.filter(({ explanation }) => explanation).map(({ id }) => id);
	const answered = answerFiles.flatMap(({ answers }) => answers.flatMap((answer) => answer.symptoms));
	return new Set([...explained, ...answered]);
}

/** The ids of the symptoms that are shown, by specialty, the specialties in alphabetical order. */
function specialtiesOf(content: Pick<Content, "symptoms" | "answerFiles">): Record<string, string[]> {
	const shown = shownSymptoms(content);
	const ids = new Map<string, string[]>();
	for (const { id, specialty } of content.symptoms) {
		if (shown.has(id)) ids.set(specialty, [...(ids.get(specialty) ?? []), id]);
	}
	return Object.fromEntries([...ids].sort(([one], [other]) => one.localeCompare(other, "en")));
}

/** The bundled answers as one pack. Throws an error that lists every content problem. */
export function bundledPack(): Pack {
	const answers = validContent().answerFiles.flatMap((file) => file.answers);
	const version = createHash("sha256").update(JSON.stringify(answers)).digest("hex").slice(0, 16);
	return {
		id: "bundled",
		name: "Answers that came with Symptom Lens",
		version,
		origin: "Public question-and-answer pages, each linked from its answer",
		licence: "Summaries in our own words; no text of the pages is copied",
		date: PACK_DATE,
		answers,
	};
}

/** What the product says of itself. */
function aboutProduct() {
	const { symptoms, answerFiles } = validContent();
	return {
		contentDate: PACK_DATE,
		symptomCount: symptoms.filter(({ explanation }) => explanation).length,
		answerCount: answerFiles.reduce((sum, { answers }) => sum + answers.length, 0),
		sites: sitesOf(symptoms),
		libraries: bundledLibraries(join(import.meta.dirname, "..")),
	};
}

/** Day on which the bundled answers were last checked against their pages. */
const PACK_DATE = "2026-11-25";

function validContent(): Content & { grammar: Grammar; emergencies: EmergencyFile } {
	const { grammar, emergencies, ...content } = readContent(dataFolder);
	if (content.problems.length > 0 || !grammar || !emergencies) {
		throw new Error(`The content has mistakes:\n${describeProblems(content.problems)}`);
	}
	return { ...content, grammar, emergencies };
}

/** A symptom as the search box and links between cards know it. */
export function summarise({
	id,
	name,
	clinicalTerm,
	layTerms,
	clinicalTerms,
}: Content["symptoms"][number]): SymptomSummary {
	return { id, name, clinicalTerm, terms: [...layTerms, ...clinicalTerms].map(spellingOf) };
}

function exported(values: Record<string, unknown>): string {
	return Object.entries(values)
		.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
		.join("\n");
}
