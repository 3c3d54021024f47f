import type { Answer } from "../../data/schema";
import { withoutBirthDates } from "./asker-privacy";
import { LONGEST_LINE, LONGEST_TEXT, MOST_ENTRIES, MOST_REPLIES } from "./capture-limits";
import { cleanLine, cleanText, clip } from "./clean-text";
import type { FoundQuestion } from "./found-question";
import type { PageIdentity } from "./page-identity";
import { localDay } from "./printed-day";

/** What is known of the page a question was found on. */
export interface Capture {
	identity: PageIdentity;
	/** In milliseconds. */
	capturedAt: number;
	/** True if only a part of the page was seen. */
	isPart: boolean;
}

/** The record of a question: every text cleaned and at most as long as may be kept; `complete` is false if anything was cut. */
export function draftRecord(question: FoundQuestion, { identity, capturedAt, isPart }: Capture): Omit<Answer, "id"> {
	let isCut = false;
	const keep = (text: string) => {
		const cleaned = cleanText(withoutBirthDates(cleanText(text)));
		isCut ||= cleaned.length > LONGEST_TEXT;
		return clip(cleaned, LONGEST_TEXT);
	};
	const line = (text: string) =>
		clip(cleanLine(withoutBirthDates(cleanLine(text.slice(0, LONGEST_TEXT)))), LONGEST_LINE);
	const orNull = (text: string | null) => (text && line(text)) || null;
	const list = (texts: string[]) => [...new Set(texts.map(line))].filter((text) => text !== "").slice(0, MOST_ENTRIES);
	const replies = question.replies.slice(0, MOST_REPLIES).map(({ doctor, specialty, hospital, repliedOn, text }) => ({
		doctor: orNull(doctor),
		specialty: orNull(specialty),
		hospital: orNull(hospital),
		repliedOn,
		text: keep(text),
	}));
	const record = {
		url: identity.url,
		site: identity.site,
		title: line(question.title || identity.title),
		lang: identity.lang,
		wording: "verbatim" as const,
		question: {
			text: keep(question.text),
			askerAge: question.askerAge,
			askerSex: question.askerSex,
			askedOn: question.askedOn,
		},
		replies: replies.filter(({ text }) => text !== ""),
		background: keep(question.background) || null,
		symptoms: [],
		similar: similarOf(question, line, orNull),
		topics: list(question.topics),
		relatedTopics: list(question.relatedTopics),
		caution: null,
	};
	isCut ||= question.replies.length > MOST_REPLIES;
	const day = localDay(capturedAt);
	const notes = [
		`As printed on the page${day ? ` on ${day}` : ""}`,
		question.note,
		question.isPart && "The page gives only a part of it",
		isPart && "Only the first part of the page was read",
		isCut && "Longer than can be kept: only the beginning",
	];
	const complete = !(isCut || isPart || question.isPart);
	return {
		...record,
		complete,
		completenessNote: notes
			.filter(Boolean)
			.map((note) => `${note}.`)
			.join(" "),
	};
}

// One entry for each title: the card tells them apart by it.
function similarOf(
	{ similar }: FoundQuestion,
	line: (text: string) => string,
	orNull: (text: string | null) => string | null,
): Answer["similar"] {
	const byTitle = new Map<string, Answer["similar"][number]>();
	for (const { title, doctor, specialty } of similar) {
		const key = line(title);
		if (key === "" || byTitle.has(key) || byTitle.size === MOST_ENTRIES) continue;
		byTitle.set(key, { title: key, doctor: orNull(doctor), specialty: orNull(specialty) });
	}
	return [...byTitle.values()];
}
