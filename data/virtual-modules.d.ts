/** Modules that `scripts/content-plugin.ts` makes from `data/` when the product is built. */

declare module "virtual:lexicon" {
	/** The terms of every symptom, compiled for the content script. */
	export const lexicon: import("../lib/detection/lexicon").CompiledLexicon;
	/** Ids of the symptoms that have an explanation or an answer; the others are found by searching only. */
	export const shownSymptoms: string[];
}

declare module "virtual:symptom-index" {
	/** Names and terms of every symptom, for searching and for links between cards. */
	export const symptomIndex: import("./schema").SymptomSummary[];
}

declare module "virtual:specialties" {
	/** Ids of the symptoms that can be underlined, by specialty. */
	export const specialties: Record<string, string[]>;
}

declare module "virtual:about" {
	export const about: {
		/** YYYY-MM-DD: the day on which the bundled answers were last checked. */
		contentDate: string;
		symptomCount: number;
		answerCount: number;
		/** Sites that statements of the symptoms rest on, those with most first. */
		sites: { site: string; statementCount: number }[];
		/** Libraries that are part of the product. */
		libraries: { name: string; version: string; licence: string; text: string | null }[];
	};
}

declare module "virtual:synonyms" {
	/** Names of the same thing, which the search takes for each other; those of symptoms are in the index. */
	export const synonymGroups: string[][];
}

declare module "virtual:emergencies" {
	/** What leads a card; without the posts it is tested with. */
	export const emergencyFile: import("./emergency-schema").EmergencyFile;
}

declare module "virtual:bundled-pack" {
	export const bundledPackId: string;
	/** A digest of the content: it changes whenever an answer does. */
	export const bundledPackVersion: string;
	/** Path of the pack's file inside the extension package. */
	export const bundledPackPath: "/packs/bundled.json";
}
