import { LONGEST_META_LINE } from "./capture-limits";
import { printedDay } from "./printed-day";

/** What a page prints about who asked. Never a name or a birth date. */
export interface Asker {
	askerAge: string | null;
	askerSex: "female" | "male" | null;
	askedOn: string | null;
}

const AGE = String.raw`(\d{1,3})(?: ?[~〜–—-] ?(\d{1,3}))?`;
const YEARS_OLD = new RegExp(String.raw`(?<![\d/.])${AGE}[ -]?(?:years?[ -]?(?:old|of age)|y/?o\b|yrs?\b)`, "i");
const AGE_LABEL = new RegExp(String.raw`\bage:? ${AGE}(?![\d/])`, "i");
const ASK_DATE =
	/\b(?:ask(?:ed)?(?: date| on)|ask(?:ed)?:|date asked|question date|(?:posted|submitted)(?: on|:)|date of question)[: ]*/i;
const FEMALE = /\b(?:female|woman|girl|lady)\b/i;
const MALE = /\b(?:male|man|boy|gentleman)\b/i;
const SEX_LABEL = /\b(?:sex|gender):? ?(f|m|female|male)\b/i;
const TELLING = /\b(?:i|my|me|he|she|we|they|is|was|has|have|had|am)\b/i;
const META_WORDS =
	/\b(?:female|male|woman|man|girl|boy|lady|gentleman|sex|gender|age|date|asked|ask|on|posted|submitted|question|patient|from|years?|old)\b/gi;

/** Letters that a line about the asker has left beside age, sex and date: initials, or a town. More is prose. */
const MOST_OTHER_LETTERS = 24;

/** What a line like "B, 20~29 year old female. Ask Date: 2021/01/24" says, or null if it is no such line. */
export function readAskerLine(line: string): Asker | null {
	if (line.length > LONGEST_META_LINE) return null;
	const label = ASK_DATE.exec(line);
	const afterLabel = label ? line.slice(label.index + label[0].length) : "";
	const isDated = printedDay(afterLabel) !== null || /^\d{1,4}[-/.]/.test(afterLabel);
	const age = YEARS_OLD.exec(line) ?? AGE_LABEL.exec(line);
	const rest = (label ? line.slice(0, label.index) : line).replace(age?.[0] ?? "", " ");
	if (TELLING.test(rest) || rest.replace(META_WORDS, "").replace(/[^\p{L}]/gu, "").length > MOST_OTHER_LETTERS) {
		return null;
	}
	const askerSex = sexIn(rest);
	// "Adults 40-50 years old" is a line of somebody's advice.
	if (!isDated && !(age && (askerSex || /^age:/i.test(line)))) return null;
	return { askerAge: ageIn(age), askerSex, askedOn: printedDay(afterLabel) };
}

const SELF = new RegExp(
	String.raw`\b(?:I am|I['’]m|as) (?:an? )?${AGE}[ -]?(?:years?[ -]?old|y/?o\b)(?:,? (female|male|woman|man|girl|boy|lady|gentleman)\b)?`,
	"gi",
);
const SELF_SEX = /\b(?:I am|I['’]m) an? (female|male|woman|man|girl|boy)\b/gi;

/** Age and sex where the question itself states them of its writer ("I am a 34-year-old woman"), and states one thing only. */
export function readAskerInProse(text: string): Pick<Asker, "askerAge" | "askerSex"> {
	const stated = [...text.matchAll(SELF)];
	const ages = new Set(stated.map(ageIn));
	const sexes = new Set(
		[...stated.map((match) => match[3]), ...[...text.matchAll(SELF_SEX)].map((match) => match[1])].flatMap((word) =>
			word ? [sexIn(word)] : [],
		),
	);
	return {
		askerAge: ages.size === 1 ? ([...ages][0] ?? null) : null,
		askerSex: sexes.size === 1 ? ([...sexes][0] ?? null) : null,
	};
}

function ageIn(match: RegExpMatchArray | null): string | null {
	if (!match) return null;
	return match[2] ? `${match[1]}-${match[2]}` : (match[1] ?? null);
}

function sexIn(text: string): Asker["askerSex"] {
	const label = SEX_LABEL.exec(text)?.[1]?.toLowerCase();
	const isFemale = FEMALE.test(text) || label === "f";
	const isMale = MALE.test(text) || label === "m";
	if (isFemale === isMale) return null;
	return isFemale ? "female" : "male";
}
