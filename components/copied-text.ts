import { i18n } from "#i18n";
import type { ShownEmergency } from "../data/emergency-schema";
import type { Answer, Statement } from "../data/schema";
import type { SymptomText } from "../data/symptom-text";
import { replyWhere, replyWho, wordingOf } from "./answer-words";
import { helpTiersOf, noRedFlagsWords } from "./help-tiers-of";
import { leadOf } from "./lead-of";

/** A part of a card as plain lines, with the ids of the sources that carry it. */
export interface CardPart {
	title: string;
	lines: string[];
	sources: string[];
}

/** The parts of a card in their order, those without a statement left out. Answers and related symptoms are no part of it. */
export function partsOf(symptom: SymptomText, emergencyNumber: string): Record<PartKind, CardPart> {
	const { usuallyHarmless, explanation, triggers, selfCare, redFlags, whenToSeekCare, tests, otherCauses } = symptom;
	const noRedFlags = noRedFlagsWords(redFlags, emergencyNumber);
	const tiers = helpTiersOf(symptom, emergencyNumber);
	return {
		harmless: {
			title: i18n.t("card.usuallyHarmless"),
			...sentences(usuallyHarmless),
		},
		explanation: { title: i18n.t("card.whatItIs"), ...sentences(explanation) },
		triggers: { title: i18n.t("card.triggers"), ...listed(triggers) },
		selfCare: { title: i18n.t("card.selfCare"), ...listed(selfCare) },
		help: {
			title: i18n.t("card.help"),
			lines: [
				...tiers.flatMap(({ title, signs }) => [title, ...listed(signs).lines]),
				...(noRedFlags ? [noRedFlags] : []),
			],
			sources: [...redFlags, ...whenToSeekCare].flatMap(({ sources }) => sources),
		},
		tests: { title: i18n.t("card.tests"), ...listed(tests) },
		otherCauses: { title: i18n.t("card.otherCauses"), ...listed(otherCauses) },
	};
}

export type PartKind = "harmless" | "explanation" | "triggers" | "selfCare" | "help" | "tests" | "otherCauses";

/** A part of a card as plain text, with the names and addresses of its sources. */
export function partText(symptom: SymptomText, part: CardPart): string {
	return [
		`${symptom.name}: ${part.title}`,
		part.lines.join("\n"),
		sourceLines(symptom, part.sources),
		i18n.t("card.notDiagnosis"),
	]
		.filter(Boolean)
		.join("\n\n");
}

/** A whole card with its answers as plain text, with the names and addresses of all sources. */
export function cardText(symptom: SymptomText, emergencyNumber: string, answers: Answer[]): string {
	const parts = Object.values(partsOf(symptom, emergencyNumber)).filter(({ lines }) => lines.length > 0);
	return [
		symptom.clinicalTerm ? `${symptom.name} (${symptom.clinicalTerm})` : symptom.name,
		...parts.map(({ title, lines }) => [title, ...lines].join("\n")),
		...answers.map(answerText),
		sourceLines(
			symptom,
			symptom.sources.map(({ id }) => id),
		),
		i18n.t("card.notDiagnosis"),
	].join("\n\n");
}

/** An answer as plain text: question, who replied when, whose words these are, and where they stand. */
export function answerText(answer: Answer): string {
	const { title, question, replies, caution, site, url } = answer;
	return [
		title,
		question.text === title ? "" : question.text,
		...replies.map((reply) =>
			[`${replyWho(reply, answer)} · ${replyWhere(reply)}`, `${wordingOf(answer)}:`, reply.text].join("\n"),
		),
		caution ? `${i18n.t("answers.caution")}: ${caution}` : "",
		url ? `${i18n.t("copy.source", [site])}\n${url}` : i18n.t("answers.noLink", [site]),
	]
		.filter(Boolean)
		.join("\n\n");
}

/** What is read aloud of a card, line by line: the emergency that the page's text describes, then the essentials. */
export function spokenLines(
	symptom: SymptomText,
	{ emergencies, emergencyNumber }: { emergencies: ShownEmergency[]; emergencyNumber: string },
): string[] {
	const { harmless, explanation, triggers, selfCare, help } = partsOf(symptom, emergencyNumber);
	const essentials = [harmless, explanation, triggers, selfCare, help].filter(({ lines }) => lines.length > 0);
	const lead = leadOf(emergencies, emergencyNumber);
	return [
		...(lead ? [lead.opening, ...lead.several, lead.instruction, ...lead.advice] : []),
		symptom.name,
		...essentials.flatMap(({ title, lines }) => [title, ...lines.map((line) => line.replace(/^• /, ""))]),
	];
}

function sentences(statement: Statement | null): Pick<CardPart, "lines" | "sources"> {
	return { lines: statement ? [statement.text] : [], sources: statement?.sources ?? [] };
}

function listed(statements: Statement[]): Pick<CardPart, "lines" | "sources"> {
	return {
		lines: statements.map(({ text }) => `• ${text}`),
		sources: statements.flatMap(({ sources }) => sources),
	};
}

function sourceLines({ sources }: SymptomText, used: string[]): string {
	const named = sources
		.filter(({ id }) => used.includes(id))
		.map(({ name, url, year }) => {
			const words =
				year === null ? i18n.t("card.sourceNoYear", [name]) : i18n.t("card.sourceYear", [name, String(year)]);
			return `${words}\n${url}`;
		});
	return named.length === 0 ? "" : [`${i18n.t("card.sources")}:`, ...named].join("\n");
}
