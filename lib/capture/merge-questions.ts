import type { Reply } from "../../data/schema";
import { comparable } from "./clean-text";
import type { FoundQuestion } from "./found-question";
import { isCutOff } from "./whole-text";

/** So many letters of two texts have to be the same for them to be one text, in two wordings of white space or markup. */
const SAME_BEGINNING = 60;

/** True if two sources of a page give the same question. */
export function isSameQuestion(one: FoundQuestion, other: FoundQuestion): boolean {
	const replies = new Set(other.replies.map(({ text }) => beginningOf(text)));
	return (
		beginsAlike(one.title, other.title) ||
		beginsAlike(one.text, other.text) ||
		one.replies.some(({ text }) => replies.has(beginningOf(text)))
	);
}

/** The first question with what only the second knows. Where both know something, the first is right. */
export function mergeQuestions(trusted: FoundQuestion, other: FoundQuestion): FoundQuestion {
	// Many sites mark up the title alone.
	const isBare =
		trusted.text === "" || comparable(trusted.text) === comparable(trusted.title) || isCutOff(trusted.text);
	const isSwapped = isBare && other.text !== "" && comparable(other.text) !== comparable(other.title);
	const replies = trusted.replies.map((reply) => mergeReplies(reply, findReply(other.replies, reply)));
	const text = isSwapped ? other.text : trusted.text;
	return {
		title: trusted.title || other.title,
		text,
		askerAge: trusted.askerAge ?? other.askerAge,
		askerSex: trusted.askerSex ?? other.askerSex,
		askedOn: trusted.askedOn ?? other.askedOn,
		replies: replies.length > 0 ? replies : other.replies,
		background: trusted.background || other.background,
		similar: trusted.similar.length > 0 ? trusted.similar : other.similar,
		topics: trusted.topics.length > 0 ? trusted.topics : other.topics,
		relatedTopics: trusted.relatedTopics.length > 0 ? trusted.relatedTopics : other.relatedTopics,
		note: trusted.note || other.note,
		isPart: trusted.isPart && [text, ...replies.map((reply) => reply.text)].some(isCutOff),
	};
}

function mergeReplies(trusted: Reply, other: Reply | undefined): Reply {
	if (!other) return trusted;
	return {
		doctor: trusted.doctor ?? other.doctor,
		specialty: trusted.specialty ?? other.specialty,
		hospital: trusted.hospital ?? other.hospital,
		repliedOn: trusted.repliedOn ?? other.repliedOn,
		text: isCutOff(trusted.text) && !isCutOff(other.text) ? other.text : trusted.text,
	};
}

function findReply(replies: Reply[], { text }: Reply): Reply | undefined {
	return replies.find((reply) => beginsAlike(reply.text, text));
}

function beginsAlike(one: string, other: string): boolean {
	const beginning = beginningOf(one);
	return beginning !== "" && beginning === beginningOf(other);
}

function beginningOf(text: string): string {
	const beginning = comparable(text.slice(0, 2 * SAME_BEGINNING)).replace(/(?:…|\.{3})$/, "");
	return beginning.slice(0, SAME_BEGINNING);
}
