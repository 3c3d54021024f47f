import type { Reply } from "../../data/schema";
import { readAskerInProse } from "./asker";
import { withoutNames } from "./asker-privacy";
import { MOST_QUESTIONS, MOST_REPLIES } from "./capture-limits";
import { cleanLine, cleanText, comparable } from "./clean-text";
import { emptyQuestion, type FoundQuestion } from "./found-question";
import { assignParts } from "./page-sections";
import { holds, type PageElement, type PageText, printed } from "./page-text";
import { plainText } from "./plain-text";
import { printedDay } from "./printed-day";
import { readReplier } from "./schema-people";
import { isA, type Thing, textIn, textsOf, thingsOf } from "./thing";
import { completeFrom, isCutOff } from "./whole-text";

/** A question that a page marks up in the words of schema.org. */
export interface MarkedQuestion {
	layout: "qa-page" | "faq-page" | "medical-web-page";
	question: FoundQuestion;
}

/**
 * The questions among the things that a page describes: those of QAPage and stand-alone
 * ones, those of FAQPage, or, if there are none, what a MedicalWebPage says.
 */
export function readMarkedQuestions(
	things: Thing[],
	page: PageText,
	parse: (html: string) => Document,
): MarkedQuestion[] {
	const reader = new MarkedReader(page, parse);
	const faqs = things.filter((thing) => isA(thing, "FAQPage"));
	const ofFaq = new Set(faqs.flatMap((faq) => thingsOf(faq, "mainEntity", "hasPart", "mainEntityOfPage")));
	const asked = things.filter((thing) => isA(thing, "Question")).slice(0, MOST_QUESTIONS);
	const web = things.find((thing) => isA(thing, "MedicalWebPage"));
	const publishers = [...faqs, ...(web ? [web] : [])];
	const marked = asked.flatMap((thing): MarkedQuestion[] => {
		const isFaq = ofFaq.has(thing);
		const question = reader.readQuestion(thing, isFaq ? publishers : []);
		if (question.title === "" && question.text === "") return [];
		if (web && isFaq) question.note = reader.reviewOf(web);
		return [{ layout: isFaq ? "faq-page" : "qa-page", question }];
	});
	marked.sort((one, other) => Number(one.layout === "faq-page") - Number(other.layout === "faq-page"));
	if (marked.length > 0 || !web) return marked;
	return [{ layout: "medical-web-page", question: reader.readWebPage(web) }];
}

class MarkedReader {
	readonly #page: PageText;
	readonly #parse: (html: string) => Document;
	readonly #complete: (cutOff: string) => string | null;

	constructor(page: PageText, parse: (html: string) => Document) {
		this.#page = page;
		this.#parse = parse;
		this.#complete = completeFrom(page);
	}

	readQuestion(thing: Thing, publishers: Thing[]): FoundQuestion {
		const question = emptyQuestion();
		const names = thingsOf(thing, "author", "creator").flatMap((author) => textsOf(author, "name", "alternateName"));
		question.title = cleanLine(this.#text(thing, "name", "headline"));
		const text = this.#wholeText(question, this.#text(thing, "text", "articleBody", "description"));
		question.text = withoutNames(text || question.title, [...names, ...textsOf(thing, "author")]);
		question.askedOn = printedDay(textIn(thing, "dateCreated", "datePublished"));
		question.topics = this.#topics(thing);
		Object.assign(question, readAskerInProse(question.text));
		const seen = new Set<string>();
		for (const answer of thingsOf(thing, "acceptedAnswer", "suggestedAnswer").slice(0, MOST_REPLIES)) {
			const reply = this.#readReply(question, answer, publishers);
			if (reply.text === "" || seen.has(comparable(reply.text))) continue;
			seen.add(comparable(reply.text));
			question.replies.push(reply);
		}
		return question;
	}

	readWebPage(web: Thing): FoundQuestion {
		const question = emptyQuestion();
		question.title = cleanLine(this.#text(web, "headline", "name"));
		// Nobody asked, unless the page puts it as a question itself.
		question.text = question.title.endsWith("?") ? question.title : "";
		question.topics = this.#topics(web);
		question.note = this.reviewOf(web);
		const text =
			this.#wholeText(question, this.#text(web, "articleBody", "text")) || mainText(this.#page, question.title);
		const repliedOn = printedDay(textIn(web, "lastReviewed")) ?? printedDay(textIn(web, "datePublished"));
		if (text !== "") question.replies.push({ ...this.#replier([web]), repliedOn, text });
		return question;
	}

	/** "Reviewed by …" as the page states it, or "". */
	reviewOf(web: Thing): string {
		const reviewer = cleanLine(this.#text(web, "reviewedBy"));
		const day = printedDay(textIn(web, "lastReviewed"));
		if (reviewer === "" && !day) return "";
		return ["Reviewed", reviewer && `by ${reviewer}`, day && `on ${day}`, "according to the page"]
			.filter(Boolean)
			.join(" ");
	}

	#readReply(question: FoundQuestion, answer: Thing, publishers: Thing[]): Reply {
		const text = this.#wholeText(question, this.#text(answer, "text", "articleBody", "description"));
		const own = this.#replier([answer]);
		const isKnown = own.doctor !== null || own.hospital !== null;
		const day = printedDay(textIn(answer, "dateCreated", "datePublished"));
		return { ...(isKnown ? own : this.#replier(publishers)), repliedOn: day, text };
	}

	#replier(works: Thing[]) {
		const markup = (thing: Thing, text: string) => this.#plain(thing, text);
		const people = (...names: string[]) => works.flatMap((work) => thingsOf(work, ...names));
		return readReplier([...people("author", "creator"), ...people("publisher", "sourceOrganization")], markup);
	}

	/** Only where the words are cut off does the page's visible text come before its markup. */
	#wholeText(question: FoundQuestion, text: string): string {
		if (!isCutOff(text)) return text;
		const whole = this.#complete(text);
		question.isPart ||= whole === null;
		return whole ?? text;
	}

	#topics(thing: Thing): string[] {
		return textsOf(thing, "about", "keywords")
			.flatMap((topic) => this.#plain(thing, topic).split(/[,;\n]/))
			.map((topic) => topic.trim())
			.filter((topic) => topic !== "" && !/^https?:/.test(topic));
	}

	#text(thing: Thing, ...names: string[]): string {
		return this.#plain(thing, textIn(thing, ...names));
	}

	#plain(thing: Thing, text: string): string {
		return thing.isMarkup ? plainText(text, this.#parse) : cleanText(text);
	}
}

/** The text of the page's longest article, or of its main part, without what stands beside it. */
function mainText(page: PageText, title: string): string {
	const lengthOf = ({ start, end }: PageElement) => end - start;
	const longest = (tag: string) =>
		page.elements
			.filter((element) => element.tag === tag)
			.sort((one, other) => lengthOf(other) - lengthOf(one))
			.at(0);
	const box = longest("article") ?? longest("main");
	if (!box) return "";
	const parts = assignParts(page);
	const isOwn = (part: string | undefined) => part === "main" || part === "background";
	return page.lines
		.filter((line, index) => holds(box, line) && isOwn(parts[index]) && comparable(line.text) !== comparable(title))
		.map(printed)
		.join("\n");
}
