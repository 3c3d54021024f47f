import * as fc from "fast-check";
import type { Mention } from "../../lib/detection/find-mentions";

/** Sentences in which something is found. */
export const sentences = [
	"My lip won't stop twitching.",
	"I have twitching in the upper left area of the lip.",
	"I couldn't sleep and I have a headache, nausea and pain in my knees, hips and lower back.",
	"She can't feel her left hand and she doesn't have a fever.",
	"My doctor says that my hands shake because of the tablets.",
	"I've had palpitations and shortness of breath since Monday.",
];

/** Characters that nobody sees: hyphenation, joiners, spaces without width. */
export const invisible = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"];
/** Marks that stand on the letter before. */
export const zalgo = ["\u0301", "\u0336", "\u0489", "\u20dd", "\ufe0f"];
/** Marks of writing direction. */
export const bidiMarks = ["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"];

const longerInLowerCase = ["\u0130", "\u1e9e", "\ufb03", "\u0149", "\u1f88", "\u01c5"];
/** Characters that break careless readers. */
export const nasty = fc.oneof(
	fc.constantFrom("\ud83d", "\ude00", "\ud800", "\udfff", "\u0000", "\uffff", ...longerInLowerCase),
	fc.constantFrom(...invisible, ...zalgo, ...bidiMarks),
	fc.constantFrom("😀", "👩‍⚕️", "🇬🇧", "𝓹𝓪𝓲𝓷", "𠜎", "１２", "ﷺ", "痛み", "боль"),
	fc.constantFrom("'", "’", "''", "-", "_", ".", "...", ",", "(", ")", "\n", "\n\n", "\r", "\t", " ", "\u2028", "|"),
	fc.string({ unit: "binary", maxLength: 3 }),
	fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const symptomText = fc.constantFrom(
	...sentences,
	...sentences.flatMap((sentence) => sentence.split(" ")).map((word) => `${word} `),
	"I have ",
	"pain in the ",
	"burning ",
	"cannot ",
	"twitching upper left lower right inner outer top bottom lip ",
);
const spoilt = symptomText.chain((text) =>
	fc
		.tuple(nasty, fc.nat(text.length), fc.boolean())
		.map(([spoiler, at, isSpoilt]) => (isSpoilt ? text.slice(0, at) + spoiler + text.slice(at) : text)),
);
/** What a page may hold: symptoms, halves of them, and characters that break careless readers. */
export const anyText = fc
	.array(fc.oneof({ weight: 4, arbitrary: symptomText }, { weight: 2, arbitrary: spoilt }, nasty), { maxLength: 40 })
	.map((pieces) => pieces.join(""));

/** A text without what nobody sees. */
export const seen = (text: string) => text.replace(/[\p{M}\p{Cf}]/gu, "");
const isLetterOrDigit = (character: string | undefined) => /^[\p{L}\p{N}]$/u.test(character ?? "");

/** The mentions that do not lie in the text, from a letter to a letter, their parts in order and apart. */
export function misplacedIn(text: string, mentions: Mention[]): Mention[] {
	return mentions.filter(({ start, end, parts }) => {
		if (start !== parts[0]?.start || end !== parts.at(-1)?.end || start < 0 || end > text.length) return true;
		return parts.some((part, index) => {
			const characters = [...seen(text.slice(part.start, part.end))];
			const isInOrder = part.start > (parts[index - 1]?.end ?? -1) && part.end > part.start;
			return !isInOrder || ![characters[0], characters.at(-1)].every(isLetterOrDigit);
		});
	});
}
