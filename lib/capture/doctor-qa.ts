import type { Reply } from "../../data/schema";
import { type Asker, readAskerInProse, readAskerLine } from "./asker";
import { withoutNames } from "./asker-privacy";
import { readBackground, readRelatedTopics, readSimilar } from "./beside-question";
import { MOST_QUESTIONS } from "./capture-limits";
import { type DoctorLine, readDoctorLine, readHospitalLine, readReplyDate, readSignedHospital } from "./doctor-lines";
import { emptyQuestion, type FoundQuestion } from "./found-question";
import { assignParts, boxOf, isHeading, type Part } from "./page-sections";
import { holds, type Line, type PageText, printed } from "./page-text";

/** A line that says who asked or who replies, by its place among the lines. */
interface Anchor {
	index: number;
	kind: "asker" | "doctor";
}

const QUESTION_LABEL = /^(?:(?:patient['’]?s? )?question|q|question (?:text|details?))\s?:?$/i;

/** The rank of a line that is no heading, and of one that only says it is. */
const LOWEST_RANK = 6;

/** A signature stands in the last lines of a reply. */
const SIGNATURE_LINES = 4;

/**
 * The questions of a page on which doctors answer, told by its lines: "B, 20~29 year old
 * female. Ask Date: …", "Dr. Example reply Neurology", "Reply Date: …". Empty if the page
 * has no such lines.
 */
export function readDoctorQuestions(page: PageText): FoundQuestion[] {
	const parts = assignParts(page);
	const groups = groupAnchors(page.lines, findAnchors(page.lines, parts));
	const isMain = (index: number) => parts[index] === "main";
	const titles = findTitles(page.lines, groups, isMain);
	const questions = groups.map((group, number) => {
		const end = titles[number + 1] ?? groups[number + 1]?.[0]?.index ?? page.lines.length;
		return readGroup(page.lines, { group, title: titles[number], end, parts });
	});
	const [only] = questions;
	if (only && questions.length === 1) {
		const linesOf = (part: Part) => page.lines.filter((_, index) => parts[index] === part);
		only.similar = readSimilar(linesOf("similar"));
		only.relatedTopics = readRelatedTopics(linesOf("related"));
		only.background = readBackground(linesOf("background"));
	}
	return questions.filter(({ text, replies }) => text !== "" || replies.length > 0);
}

function findAnchors(lines: Line[], parts: Part[]): Anchor[] {
	const anchors: Anchor[] = [];
	let isDoctorPage = false;
	lines.forEach((line, index) => {
		const { text } = line;
		if (parts[index] !== "main") return;
		if (askerIn(line)) anchors.push({ index, kind: "asker" });
		else if (readDoctorLine(text)) anchors.push({ index, kind: "doctor" });
		// A bare "Answer:" stands on many pages, of quizzes too.
		isDoctorPage ||=
			Boolean(readDoctorLine(text)?.doctor) || Boolean(readReplyDate(text)) || Boolean(askerIn(line)?.askedOn);
	});
	return isDoctorPage && anchors.some(({ kind }) => kind === "doctor") ? anchors : [];
}

/** A heading "20 year old female with a cough" is the title of the question. */
function askerIn(line: Line): Asker | null {
	return isHeading(line) ? null : readAskerLine(line.text);
}

/** One group for each question: a new one begins where a heading stands after a reply. */
function groupAnchors(lines: Line[], anchors: Anchor[]): Anchor[][] {
	const groups: Anchor[][] = [];
	let lastDoctor: Anchor | undefined;
	for (const anchor of anchors) {
		const group = groups.at(-1);
		const isNew = !group || (lastDoctor && hasHeadingBetween(lines, lastDoctor.index, anchor.index));
		if (isNew) {
			groups.push([anchor]);
			lastDoctor = undefined;
		} else group.push(anchor);
		if (anchor.kind === "doctor") lastDoctor = anchor;
	}
	return groups.filter((group) => group.some(({ kind }) => kind === "doctor")).slice(0, MOST_QUESTIONS);
}

/** True if a heading between a doctor's line and the next line about a person is none inside the reply. */
function hasHeadingBetween(lines: Line[], from: number, to: number): boolean {
	const rank = lines[from]?.block.headingLevel || LOWEST_RANK;
	return lines
		.slice(from + 1, to)
		.some((line) => isHeading(line) && line.block.headingLevel <= rank && !QUESTION_LABEL.test(line.text));
}

/** Where the title of each group stands. On a page with one question its first heading of the highest rank. */
function findTitles(lines: Line[], groups: Anchor[][], isMain: (index: number) => boolean): (number | undefined)[] {
	const firsts = groups.map(([first]) => first?.index ?? 0);
	const headings = lines.flatMap((line, index) =>
		isHeading(line) && isMain(index) && !readDoctorLine(line.text) && !QUESTION_LABEL.test(line.text) ? [index] : [],
	);
	const rankOf = (index: number) => lines[index]?.block.headingLevel || LOWEST_RANK;
	const between = (from: number, to: number) => headings.filter((index) => index >= from && index < to);
	if (groups.length < 2) {
		const before = between(0, firsts[0] ?? 0);
		const highest = Math.min(...before.map(rankOf));
		return [before.find((index) => rankOf(index) === highest)];
	}
	const gap = between(firsts[0] ?? 0, firsts[1] ?? 0);
	const rank = Math.min(...gap.map(rankOf));
	return firsts.map((first, number) => {
		const own = between(number === 0 ? 0 : (firsts[number - 1] ?? 0), first);
		return own.findLast((index) => rankOf(index) === rank) ?? own.at(-1);
	});
}

function readGroup(
	lines: Line[],
	{ group, title, end, parts }: { group: Anchor[]; title: number | undefined; end: number; parts: Part[] },
): FoundQuestion {
	const doctors = group.filter(({ kind }) => kind === "doctor").map(({ index }) => index);
	const firstDoctor = doctors[0] ?? end;
	const texts: string[] = [];
	const question = emptyQuestion();
	question.title = title === undefined ? "" : (lines[title]?.text ?? "");
	for (let index = title === undefined ? startWithoutTitle(lines, group) : title + 1; index < firstDoctor; index++) {
		const line = lines[index] as Line;
		const asker = askerIn(line);
		if (asker) {
			question.askerAge ??= asker.askerAge;
			question.askerSex ??= asker.askerSex;
			question.askedOn ??= asker.askedOn;
		} else if (parts[index] === "main" && !QUESTION_LABEL.test(line.text)) texts.push(printed(line));
	}
	question.text = withoutNames(texts.join("\n")) || question.title;
	const stated = readAskerInProse(question.text);
	question.askerAge ??= stated.askerAge;
	question.askerSex ??= stated.askerSex;
	question.replies = doctors.flatMap((index, number) => readReply(lines, index, doctors[number + 1] ?? end, parts));
	return question;
}

/** Without any heading the question is what stands before the line about the asker, in the same element. */
function startWithoutTitle(lines: Line[], [first]: Anchor[]): number {
	const line = first && lines[first.index];
	if (!line) return 0;
	let box = line.block;
	while (box.parent && box.start >= line.start) box = box.parent;
	const start = lines.findIndex((each) => holds(box, each));
	return start === -1 ? first.index : start;
}

function readReply(lines: Line[], heading: number, limit: number, parts: Part[]): Reply[] {
	const line = lines[heading] as Line;
	const who = readDoctorLine(line.text) as DoctorLine;
	const box = boxOf(line, lines[heading - 1]);
	const rank = line.block.headingLevel || LOWEST_RANK;
	const texts: string[] = [];
	let hospital: string | null = null;
	let repliedOn = readReplyDate(line.text) ?? null;
	for (let index = heading + 1; index < limit && parts[index] === "main"; index++) {
		const next = lines[index] as Line;
		if (box ? !holds(box, next) : isHeading(next) && next.block.headingLevel <= rank) break;
		const day = readReplyDate(next.text);
		if (askerIn(next)?.askedOn) break;
		if (day !== undefined) {
			repliedOn ??= day;
			// The date stands under the reply, or between the doctor's name and the reply.
			if (texts.length > 0) break;
		} else {
			const place = readHospitalLine(next.text);
			if (place) hospital ??= place;
			else texts.push(printed(next));
		}
	}
	if (texts.length === 0) return [];
	hospital ??=
		texts
			.slice(-SIGNATURE_LINES)
			.map((text) => readSignedHospital(text, who.doctor))
			.find(Boolean) ?? null;
	return [{ ...who, hospital, repliedOn, text: texts.join("\n") }];
}
