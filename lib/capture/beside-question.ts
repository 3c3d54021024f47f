import type { Answer } from "../../data/schema";
import { readDoctorLine } from "./doctor-lines";
import { isHeading } from "./page-sections";
import { type Line, printed } from "./page-text";

type Similar = Answer["similar"][number];

const READ_MORE = /\s?\[?\bread more\b\]?\.{0,3}:?\s?/i;

/** The entries of a "Similar Q&A" section: by its headings, else by its "[Read More] title" lines, else by its items. */
export function readSimilar(lines: Line[]): Similar[] {
	if (lines.some(isHeading)) return readEntries(lines, (line) => (isHeading(line) ? line.text : null));
	const byReadMore = readReadMoreEntries(lines);
	return byReadMore.length > 0 ? byReadMore : readEntries(lines, ({ item, text }) => (item ? text : null));
}

/** The topics of a "Related FAQ" section, without the department in brackets that all of them repeat. */
export function readRelatedTopics(lines: Line[]): string[] {
	const topics = lines.map(({ text }) => text).filter((text) => !/^\(.*\)$/.test(text));
	const departments = new Set(topics.map((topic) => /^.+\S ?(\([^()]+\))$/.exec(topic)?.[1]));
	const [department] = departments;
	if (topics.length < 2 || departments.size > 1 || !department) return topics;
	return topics.map((topic) => topic.slice(0, -department.length).trim());
}

/** The site's own text, without its links to read on. */
export function readBackground(lines: Line[]): string {
	return lines
		.map((line) => {
			const text = printed(line);
			const more = READ_MORE.exec(text);
			return more && /\[/.test(more[0]) ? text.slice(0, more.index) : text;
		})
		.join("\n");
}

function readEntries(lines: Line[], titleOf: (line: Line) => string | null): Similar[] {
	const entries: Similar[] = [];
	for (const line of lines) {
		const who = readDoctorLine(line.text);
		const last = entries.at(-1);
		if (who && last) Object.assign(last, who);
		const title = who ? null : titleOf(line);
		if (title) entries.push({ title, doctor: null, specialty: null });
	}
	return entries;
}

function readReadMoreEntries(lines: Line[]): Similar[] {
	const entries: Similar[] = [];
	let who: { doctor: string | null; specialty: string | null } | null = null;
	for (const { text } of lines) {
		who = readDoctorLine(text) ?? who;
		const more = READ_MORE.exec(text);
		const title = more ? text.slice(more.index + more[0].length) : "";
		if (title === "") continue;
		entries.push({ title, doctor: who?.doctor ?? null, specialty: who?.specialty ?? null });
		who = null;
	}
	return entries;
}
