import { i18n } from "#i18n";
import type { Statement } from "../data/schema";
import type { SymptomText } from "../data/symptom-text";
import type { PlainCard } from "../lib/messaging/plain-card";
import { helpTiersOf, noRedFlagsWords } from "./help-tiers-of";

/** The card of a symptom as plain text, for pages that keep the card's frame out; nothing in it is the reader's. */
export function plainCardOf(symptom: SymptomText): PlainCard {
	const { name, usuallyHarmless, explanation, triggers, redFlags, sources } = symptom;
	const noRedFlags = noRedFlagsWords(redFlags, "");
	const sections = [
		{ heading: i18n.t("card.usuallyHarmless"), lines: usuallyHarmless ? [usuallyHarmless.text] : [] },
		{ heading: i18n.t("card.whatItIs"), lines: [explanation?.text ?? i18n.t("card.noExplanation")] },
		{ heading: i18n.t("card.triggers"), lines: bulleted(triggers) },
		...helpTiersOf(symptom, "").map(({ title, signs }) => ({ heading: title, lines: bulleted(signs) })),
		{ heading: i18n.t("card.help"), lines: noRedFlags ? [noRedFlags] : [] },
		{ heading: i18n.t("card.sources"), lines: [sources.map((source) => source.name).join(", ")] },
		{ heading: i18n.t("card.notDiagnosis"), lines: [i18n.t("card.plain")] },
	];
	return { title: name, sections: sections.filter(({ lines }) => lines.length > 0) };
}

function bulleted(statements: Pick<Statement, "text">[]): string[] {
	return statements.map(({ text }) => `• ${text}`);
}
