/** A weakness that we know of, with texts that show it. */
export interface WeakSpot {
	title: string;
	/** Why it is so, and how much it matters. */
	why: string;
	/** What reads the texts: the detector, the card's look for emergencies, or one of the popup's two searches. */
	readBy: "detector" | "emergencies" | "search of symptoms" | "search of answers";
	examples: WeakExample[];
}

/**
 * A text in our own words. Findings are `words: symptom (assertion)`, ids of emergencies, or names of symptoms or titles
 * of answers in the order of the popup.
 */
interface WeakExample {
	text: string;
	/** What comes of it now; `tests/accuracy/known-weak-spots.test.ts` holds it. */
	today: string[];
	/** What should come of it. */
	right: string[];
}
