/** Who asks, as far as a text says it. */
export interface Asker {
	/** Years of age, first and last of a band; null if not said. */
	age: { from: number; to: number } | null;
	sex: "female" | "male" | null;
}

/** Who asks where a text describes nobody. */
export const NOBODY: Asker = { age: null, sex: null };

const AGE = /\b(\d{1,2})(?:\s*[-~\u2013]\s*(\d{1,2}))?[\s-]*(?:years?|yrs?|y)[\s/-]*(?:old|o)\b/i;
const BAND = /^\s*(\d{1,3})(?:\s*[-~\u2013]\s*(\d{1,3}))?\s*$/;
const WOMAN = /\b(?:female|woman|girl)\b/i;
const MAN = /\b(?:male|man|boy)\b/i;

/** A sex that stands elsewhere in a text is of somebody else; this near to the age it is of the same person. */
const NEAR_AGE = 30;

/** What a sentence says of the person who writes it: "I'm a 24 year old female". Only an age makes it certain that a person is described. */
export function askerIn(text: string): Asker {
	const match = AGE.exec(text);
	if (!match) return NOBODY;
	const near = text.slice(Math.max(0, match.index - NEAR_AGE), match.index + match[0].length + NEAR_AGE);
	const isWoman = WOMAN.test(near);
	const isMan = MAN.test(near);
	return {
		age: bandOf(match),
		sex: isWoman === isMan ? null : isWoman ? "female" : "male",
	};
}

/** The age as an answer has it: "20-29", "34". */
export function ageBand(printed: string | null): Asker["age"] {
	const match = BAND.exec(printed ?? "");
	return match && bandOf(match);
}

/** What two askers have in common. */
export function commonOf(one: Asker, other: Asker): { age: boolean; sex: boolean } {
	return {
		age: one.age !== null && other.age !== null && one.age.from <= other.age.to && other.age.from <= one.age.to,
		sex: one.sex !== null && one.sex === other.sex,
	};
}

function bandOf([, from = "", to]: RegExpExecArray): { from: number; to: number } {
	return { from: Number(from), to: Number(to ?? from) };
}
