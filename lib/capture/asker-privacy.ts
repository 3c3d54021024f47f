import { comparable } from "./clean-text";

/** Stands where a birth date was printed. */
const LEFT_OUT = "[…]";

const DATE = String.raw`(?:\d{1,4} ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})`;
const BIRTH_DATE = new RegExp(
	String.raw`((?:\bborn(?: on| in)?|\bbirth ?(?:date|day)(?: is| was)?|\bdate of birth(?: is| was)?|\bd\.?o\.?b\.?)[: ]{1,3})${DATE}`,
	"giu",
);
const BIRTH_DATE_LINE = /^(?:birth ?(?:date|day)|date of birth|d\.?o\.?b\.?|born)[^\p{L}…]*\[…\]\.?$/iu;
const BY_LINE =
	/^(?:(?:asked|posted|submitted|written|question) by\b|(?:by|user(?: ?name)?|nick(?:name)?|asker|patient(?: name)?|name|author|member)\s?:)/i;

/** A by-line is short; a sentence that begins with "Asked by my doctor …" is not. */
const LONGEST_BY_LINE = 60;

/** The text with a mark in place of each birth date; a line that gives nothing else is left out. */
export function withoutBirthDates(text: string): string {
	return text
		.split("\n")
		.map((line) => line.replace(BIRTH_DATE, `$1${LEFT_OUT}`))
		.filter((line) => !BIRTH_DATE_LINE.test(line))
		.join("\n");
}

/** The text without lines that name who asked, and lines that are nothing but one of the names. */
export function withoutNames(text: string, names: string[] = []): string {
	const signatures = new Set(names.map(comparable));
	return text
		.split("\n")
		.filter((line) => !(line.length <= LONGEST_BY_LINE && BY_LINE.test(line)))
		.filter((line) => !signatures.has(comparable(line).replace(/^(?:by|from)\b:? ?|^[-–—] ?/, "")))
		.join("\n");
}
