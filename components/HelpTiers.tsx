import { CalendarCheck, Clock, PhoneCall } from "lucide-react";
import type { UrgentStatement } from "../data/schema";
import { ExplainedText } from "./ExplainedText";
import { helpTiersOf, noRedFlagsWords } from "./help-tiers-of";

const ICONS = { emergency: PhoneCall, "same-day": Clock, soon: CalendarCheck };

/**
 * When to get help, in three tiers that words and icons tell apart. Says plainly
 * when no source lists warning signs. An emergency holds nothing to press: who
 * reads it should call, not read on.
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
	const noRedFlags = noRedFlagsWords(redFlags, emergencyNumber);
	return (
		<>
			{helpTiersOf({ redFlags, whenToSeekCare }, emergencyNumber).map(({ urgency, title, signs }) => {
				const Icon = ICONS[urgency];
				return (
					<div key={urgency} className={`help-tier ${urgency}`}>
						<h3>
							<Icon size={18} aria-hidden />
							{title}
						</h3>
						<ul>
							{signs.map(({ text }) => (
								<li key={text}>{urgency === "emergency" ? text : <ExplainedText text={text} />}</li>
							))}
						</ul>
					</div>
				);
			})}
			{noRedFlags && <p className="no-red-flags">{noRedFlags}</p>}
		</>
	);
}
