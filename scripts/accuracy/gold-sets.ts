/** What a set is and where it comes from; its size is counted when it is scored. */
export interface GoldSet {
	name: string;
	/** What is counted as its size. */
	unit: string;
	holds: string;
	/** Markdown: who made it. */
	from: string;
	/** As it is stated at its source. */
	licence: string;
}

const goldSets = {
	psytar: {
		name: "PsyTAR",
		unit: "reviews",
		holds: "drug reviews by patients, with all that they complain of",
		from: "[Zolnoori and others 2019](https://doi.org/10.1016/j.dib.2019.103838)",
		licence: "CC BY 4.0",
	},
	maccrobat2020: {
		name: "MACCROBAT 2020",
		unit: "reports",
		holds: "case reports by doctors, with signs and symptoms, some denied",
		from: "[Caufield 2020](https://doi.org/10.6084/m9.figshare.9764942)",
		licence: "CC BY 4.0",
	},
	raredis: {
		name: "RareDis",
		unit: "texts",
		holds: "texts for patients on rare diseases, with their signs",
		from: "[Martínez-deMiguel and others 2021](https://arxiv.org/abs/2108.01204)",
		licence: "marks CC BY; the texts belong to NORD, so they are measured and no more",
	},
	gscplus: {
		name: "GSC+",
		unit: "abstracts",
		holds: "abstracts of medical research, with technical names of signs: a check of texts that we do not aim at",
		from: "[Lobo and others 2017](https://github.com/lasigeBioTM/IHP)",
		licence: "MIT",
	},
	twimed_pubmed: {
		name: "TwiMed, PubMed part",
		unit: "sentences",
		holds: "sentences of research on drugs, with symptoms",
		from: "[Alvaro and others 2017](https://doi.org/10.2196/publichealth.6396)",
		licence: "none stated",
	},
	lay: {
		name: "Lay descriptions",
		unit: "items",
		holds:
			"what people wrote of themselves, told anew: which symptom it is, whose, and whether it is there; among them sentences that only sound like one",
		from: "made for this project, not published",
		licence: "ours",
	},
	news_general: {
		name: "General news",
		unit: "articles",
		holds: "general news, in which hardly anything is a symptom",
		from: "articles of the [Article Extraction Benchmark](https://github.com/scrapinghub/article-extraction-benchmark), judged once, not by several judges",
		licence: "the texts belong to their papers, so they are measured and no more",
	},
	negex: {
		name: "NegEx",
		unit: "sentences",
		holds: "clinical sentences, with conditions that are denied or not",
		from: "[Chapman and others](https://github.com/chapmanbe/negex)",
		licence: "Apache 2.0",
	},
	hover_terms: {
		name: "Hover terms",
		unit: "names",
		holds: "names of symptoms, and other words for them, that must find the answers of their topic",
		from: "made of [MedQuAD](https://github.com/abachaa/MedQuAD)'s topics",
		licence: "CC BY 4.0",
	},
	liveqa: {
		name: "LiveQA-Med 2017",
		unit: "questions",
		holds: "questions of people to a medical library, with graded answers",
		from: "[TREC 2017](https://github.com/abachaa/LiveQA_MedicalTask_TREC2017)",
		licence: "CC BY 4.0",
	},
	mediqa2019: {
		name: "MEDIQA 2019",
		unit: "questions",
		holds: "questions, each with a list of graded answers to be put in order",
		from: "[the shared task](https://github.com/abachaa/MEDIQA2019)",
		licence: "none stated",
	},
	disturbed: {
		name: "Disturbed queries",
		unit: "queries",
		holds: "hover terms and LiveQA questions, as they are and with random mistakes",
		from: "[ours](../scripts/disturb-query.ts)",
		licence: "that of the two",
	},
	off_topic: {
		name: "Off-topic queries",
		unit: "queries",
		holds: "queries that a medical library cannot answer",
		from: "[ours](../scripts/off-topic-queries.ts)",
		licence: "MIT, part of the project",
	},
} satisfies Record<string, GoldSet>;

export type GoldSetId = keyof typeof goldSets;

/** Every set that is scored, in the order of the page. */
export const GOLD_SETS: Record<GoldSetId, GoldSet> = goldSets;

/** Sets of texts in which symptoms are found; the others are for searching. */
export const DETECTION_SETS: GoldSetId[] = [
	"psytar",
	"lay",
	"news_general",
	"raredis",
	"maccrobat2020",
	"negex",
	"gscplus",
	"twimed_pubmed",
];
