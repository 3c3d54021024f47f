import { i18n } from "#i18n";
import type { Urgency, UrgentStatement } from "../data/schema";
import { callName } from "./emergency-call";

/** One of the three tiers of a card's "When to get help": who to ask and how fast, and the signs. */
export interface HelpTier {
	urgency: Urgency;
	title: string;
	signs: UrgentStatement[];
}

/** The tiers that have signs, the most urgent first, after the NHS care cards. */
export function helpTiersOf(
	{ redFlags, whenToSeekCare }: { redFlags: UrgentStatement[]; whenToSeekCare: UrgentStatement[] },
	emergencyNumber: string,
): HelpTier[] {
	const titles: Record<Urgency, string> = {
		emergency: i18n.t("urgency.emergency", [callName(emergencyNumber)]),
		"same-day": i18n.t("urgency.sameDay"),
		soon: i18n.t("urgency.soon"),
	};
	return (["emergency", "same-day", "soon"] as const)
		.map((urgency) => ({
			urgency,
			title: titles[urgency],
			signs: [...redFlags, ...whenToSeekCare].filter((sign) => sign.urgency === urgency),
		}))
		.filter(({ signs }) => signs.length > 0);
}

/** What a card says where no source lists warning signs; undefined where one does. */
export function noRedFlagsWords(redFlags: UrgentStatement[], emergencyNumber: string): string | undefined {
	if (redFlags.length > 0) return undefined;
	return `${i18n.t("card.noRedFlags")} ${i18n.t("card.noRedFlagsAdvice", [callName(emergencyNumber)])}`;
}
