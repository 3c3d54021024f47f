import { i18n } from "#i18n";
import type { SymptomText } from "../data/symptom-text";
import type { PlainCard } from "../lib/messaging/plain-card";
import { callName } from "./emergency-call";

/** The card of a symptom as plain text, for pages that keep the card's frame out; nothing in it is the reader's. */
export function plainCardOf({
	name,
	usuallyHarmless,
	explanation,
	triggers,
	redFlags,
	whenToSeekCare,
	sources,
}: SymptomText): PlainCard {
	const signs = [...redFlags, ...whenToSeekCare];
	const tier = (urgency: (typeof signs)[number]["urgency"], heading: string) => ({
		heading,
		lines: signs.filter((sign) => sign.urgency === urgency).map(({ text }) => `• ${text}`),
	});
	const call = callName("");
	const sections = [
		{ heading: i18n.t("card.usuallyHarmless"), lines: usuallyHarmless ? [usuallyHarmless.text] : [] },
		{ heading: i18n.t("card.whatItIs"), lines: [explanation?.text ?? i18n.t("card.noExplanation")] },
		{ heading: i18n.t("card.triggers"), lines: triggers.map(({ text }) => `• ${text}`) },
		tier("emergency", i18n.t("urgency.emergency", [call])),
		tier("same-day", i18n.t("urgency.sameDay")),
		tier("soon", i18n.t("urgency.soon")),
		{
			heading: i18n.t("card.help"),
			lines: redFlags.length === 0 ? [`${i18n.t("card.noRedFlags")} ${i18n.t("card.noRedFlagsAdvice", [call])}`] : [],
		},
		{ heading: i18n.t("card.sources"), lines: [sources.map((source) => source.name).join(", ")] },
		{ heading: i18n.t("card.notDiagnosis"), lines: [i18n.t("card.plain")] },
	];
	return { title: name, sections: sections.filter(({ lines }) => lines.length > 0) };
}
