import type { Answer, Reply } from "../../data/schema";

/** A question as one source of the page gives it; texts are not cleaned or cut yet. */
export interface FoundQuestion {
	title: string;
	text: string;
	askerAge: string | null;
	askerSex: "female" | "male" | null;
	askedOn: string | null;
	replies: Reply[];
	background: string;
	similar: Answer["similar"];
	topics: string[];
	relatedTopics: string[];
	/** What the reader has to know of how whole or how checked it is, or "". */
	note: string;
	/** True if the page itself gives only a beginning. */
	isPart: boolean;
}

/** A question of which nothing is known yet. */
export function emptyQuestion(): FoundQuestion {
	return {
		title: "",
		text: "",
		askerAge: null,
		askerSex: null,
		askedOn: null,
		replies: [],
		background: "",
		similar: [],
		topics: [],
		relatedTopics: [],
		note: "",
		isPart: false,
	};
}
