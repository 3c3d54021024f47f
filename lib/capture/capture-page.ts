import type { Answer } from "../../data/schema";
import { LARGEST_CAPTURE } from "./capture-html";
import { MOST_QUESTIONS } from "./capture-limits";
import { cleanText, comparable } from "./clean-text";
import { readDoctorQuestions } from "./doctor-qa";
import { type Capture, draftRecord } from "./draft-record";
import { emptyQuestion, type FoundQuestion } from "./found-question";
import { readJsonLd } from "./json-ld";
import { isSameQuestion, mergeQuestions } from "./merge-questions";
import { readMicrodata } from "./microdata";
import { readIdentity } from "./page-identity";
import type { PageText } from "./page-text";
import { readDocument } from "./read-document";
import { readMarkedQuestions } from "./schema-questions";

/** A page as the content script hands it over. */
export interface CapturedPage {
	/** From `captureHtml`. */
	html: string;
	/** The address in the tab. */
	url: string;
	/** The title of the tab. */
	title: string;
	/** What the reader had selected. */
	selection: string | null;
	/** In milliseconds. */
	capturedAt: number;
}

/** A record that the reader sees and edits before anything is kept. */
export interface CaptureDraft {
	/** Which kind of source the record was read from. */
	layout: "doctor-qa" | "qa-page" | "faq-page" | "medical-web-page" | "selection" | "none";
	record: Omit<Answer, "id">;
}

interface Found {
	layout: CaptureDraft["layout"];
	question: FoundQuestion;
}

/**
 * Drafts of the questions on a page, best first, at least one: where nothing was found, an
 * empty one to fill in. Never throws, whatever the page holds. `parse` makes an inert
 * document of HTML, as `DOMParser` does.
 */
export function capturePage(captured: CapturedPage, parse: (html: string) => Document): CaptureDraft[] {
	const page = readDocument(parse(captured.html.slice(0, LARGEST_CAPTURE)));
	const capture: Capture = {
		identity: readIdentity(page, captured.url, captured.title),
		capturedAt: captured.capturedAt,
		// `captureHtml` cuts at its limit without a mark.
		isPart: !page.isWhole || captured.html.length >= LARGEST_CAPTURE,
	};
	const selection = cleanText(captured.selection ?? "");
	const found = findQuestions(page, parse);
	const drafts = orderBySelection(found, selection).map(({ layout, question }) => ({
		layout,
		record: draftRecord(question, capture),
	}));
	return drafts.length > 0 ? drafts : [{ layout: "none", record: draftRecord(emptyQuestion(), capture) }];
}

/** What the sources of the page give, the most trusted first; what several give is one question. */
function findQuestions(page: PageText, parse: (html: string) => Document): Found[] {
	const sources: Found[][] = [
		readMarkedQuestions(readJsonLd(page), page, parse),
		readMarkedQuestions(readMicrodata(page), page, parse),
		readDoctorQuestions(page).map((question) => ({ layout: "doctor-qa", question })),
	];
	const found: Found[] = [];
	for (const source of sources) {
		// Only what an earlier source gave can be the same: a page may ask two things in the same words.
		const earlier = found.length;
		for (const each of source.slice(0, MOST_QUESTIONS)) {
			const same = found.slice(0, earlier).find(({ question }) => isSameQuestion(question, each.question));
			if (same) same.question = mergeQuestions(same.question, each.question);
			else found.push(each);
		}
	}
	return found.sort((one, other) => rank(one) - rank(other)).slice(0, MOST_QUESTIONS);
}

// A question that somebody asked and a doctor answered is what the reader came for; an article is the last resort.
function rank({ layout, question }: Found): number {
	if (question.replies.length === 0) return 3;
	return layout === "medical-web-page" ? 2 : layout === "faq-page" ? 1 : 0;
}

/** What the reader selected comes first: the question that holds it, or a draft of the selection itself. */
function orderBySelection(found: Found[], selection: string): Found[] {
	if (selection === "") return found;
	const wanted = comparable(selection);
	const isSelected = ({ question }: Found) =>
		[question.text, ...question.replies.map(({ text }) => text)].some((text) => comparable(text).includes(wanted));
	const own: Found = { layout: "selection", question: questionOf(selection) };
	const selected = found.filter(isSelected);
	if (selected.length === 0) return [own, ...found];
	return [...selected, ...found.filter((each) => !isSelected(each)), own];
}

function questionOf(selection: string): FoundQuestion {
	const reply = { doctor: null, specialty: null, hospital: null, repliedOn: null, text: selection };
	return { ...emptyQuestion(), replies: [reply], note: "Only what was selected on it", isPart: true };
}
