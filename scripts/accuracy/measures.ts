interface Measure {
	/** As a table names it. */
	label: string;
	/** One plain sentence. */
	means: string;
	isLessBetter?: true;
}

const measures = {
	recall: {
		label: "recall",
		means: "of the symptoms that people marked, the share that we mark too, if only a letter of each; n counts theirs",
	},
	precision: {
		label: "precision",
		means:
			"of what we mark, the share that touches something people marked; diseases and general words that they marked apart count neither way; n counts ours",
	},
	f1: { label: "F1", means: "the harmonic mean of recall and precision: high only if both are; n counts theirs" },
	exactF1: {
		label: "exact-boundary F1",
		means: "the same, where a mark counts only if it begins and ends at the very letters where theirs does",
	},
	rightSymptom: {
		label: "right symptom",
		means: "of the symptoms that people marked, the share that we mark and give the right name",
	},
	rightAssertion: {
		label: "assertion right, of found",
		means:
			"of the symptoms that we found, the share of which we say rightly whether they are present, denied, possible, past, someone else's or general; n counts those found",
	},
	litNegatives: {
		label: "hard negatives highlighted",
		means:
			"of sentences that sound like a symptom and are none, the share in which we mark something; n counts sentences",
		isLessBetter: true,
	},
	exactRecall: {
		label: "exact boundaries, recall",
		means: "of the symptoms that people marked, the share that we mark from the same first to the same last letter",
	},
	falsePerWords: {
		label: "false per 10,000 words",
		means: "how often we mark what is no symptom, in ten thousand words of news; n counts words",
		isLessBetter: true,
	},
	litArticles: {
		label: "articles with a false one",
		means: "the share of articles in which we mark at least one thing that is no symptom",
		isLessBetter: true,
	},
	deniedF1: {
		label: "F1 of denied",
		means:
			"given the symptoms, how well we tell the denied ones from the others: the harmonic mean of the share of denied ones that we call denied and the share of those we call denied that are; n counts all symptoms given",
	},
	hitAt1: { label: "hit@1", means: "the share of queries whose first answer is about the right topic" },
	noResult: { label: "no result", means: "the share of queries that get no answer at all", isLessBetter: true },
	mrr: {
		label: "MRR@10",
		means:
			"the mean over all questions of one divided by the place of the first good answer (1 if it comes first, ½ if second, 0 if not among ten); good are grades 3 and 4 of 4",
	},
	averageScore: {
		label: "average score",
		means: "the mean grade of the first answer, from 0 (wrong) to 3 (complete)",
	},
	kept: {
		label: "hit@3 kept, misspelled",
		means:
			"of queries that find a right answer among the first three, the share that still does when every word of five letters or more has a random mistake, each query misspelled in five ways",
	},
	abstains: {
		label: "abstains",
		means: "the share of queries with no medical answer (“how to change a flat tyre”) that get none",
	},
	refused: {
		label: "refused",
		means: "the share of the hover names and LiveQA questions that get no answer: the price of abstaining",
		isLessBetter: true,
	},
} satisfies Record<string, Measure>;

export type MeasureId = keyof typeof measures;

/** Every measure that is published, in the order in which a page explains them. */
export const MEASURES: Record<MeasureId, Measure> = measures;
