import { CalendarCheck, Clock, PhoneCall } from "lucide-react";
import { i18n } from "#i18n";
import type { Urgency, UrgentStatement } from "../data/schema";
import { ExplainedText } from "./ExplainedText";
import { callName } from "./emergency-call";

const TIERS = [
	{ urgency: "emergency", icon: PhoneCall, title: "urgency.emergency" },
	{ urgency: "same-day", icon: Clock, title: "urgency.sameDay" },
	{ urgency: "soon", icon: CalendarCheck, title: "urgency.soon" },
] as const satisfies { urgency: Urgency; icon: unknown; title: string }[];

/**
 * When to get help, in three tiers that words and icons tell apart, after the
 * NHS care cards. Says plainly when no source lists warning signs. An emergency
 * holds nothing to press: who reads it should call, not read on.
 */
export function HelpTiers({
	redFlags,
	whenToSeekCare,
	emergencyNumber,
}: {
	redFlags: UrgentStatement[];
	whenToSeekCare: UrgentStatement[];
	emergencyNumber: string;
}) {
	return (
		<>
			{TIERS.map(({ urgency, icon: Icon, title }) => {
				const signs = [...redFlags, ...whenToSeekCare].filter((sign) => sign.urgency === urgency);
				if (signs.length === 0) return null;
				return (
					<div key={urgency} className={`help-tier ${urgency}`}>
						<h3>
							<Icon size={18} aria-hidden />
							{urgency === "emergency" ? i18n.t(title, [callName(emergencyNumber)]) : i18n.t(title)}
						</h3>
						<ul>
							{signs.map(({ text }) => (
								<li key={text}>{urgency === "emergency" ? text : <ExplainedText text={text} />}</li>
							))}
						</ul>
					</div>
				);
			})}
			{redFlags.length === 0 && (
				<p className="no-red-flags">
					{i18n.t("card.noRedFlags")} {i18n.t("card.noRedFlagsAdvice", [callName(emergencyNumber)])}
				</p>
			)}
		</>
	);
}
