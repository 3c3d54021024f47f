import { PhoneCall } from "lucide-react";
import { i18n } from "#i18n";
import type { ShownEmergency } from "../data/emergency-schema";
import { callName } from "./emergency-call";
import "./emergency-lead.css";

/**
 * What leads the card where the text of the page describes an emergency: what it describes, and what to do if
 * that is happening to the reader. It speaks of the text, never of the reader; it names no illness.
 */
export function EmergencyLead({ emergencies, number }: { emergencies: ShownEmergency[]; number: string }) {
	const [first, ...others] = emergencies;
	if (!first) return null;
	const isForEmergencyNumber = emergencies.some(({ urgency }) => urgency === "emergency");
	const advice = [...new Set(emergencies.flatMap((emergency) => emergency.advice ?? []))];
	const isReviewed = emergencies.every(({ basis, review }) => basis === "stated" || review.clinician !== null);
	return (
		<section className="emergency-lead" aria-label={i18n.t("lead.label")}>
			<PhoneCall className="emergency-lead-icon" size={20} aria-hidden />
			<div>
				{others.length === 0 ? (
					<p>{i18n.t("lead.describes", [first.describes])}</p>
				) : (
					<>
						<p>{i18n.t("lead.describesAll")}</p>
						<ul>
							{emergencies.map(({ id, describes }) => (
								<li key={id}>{describes}</li>
							))}
						</ul>
					</>
				)}
				<p>
					<strong>{isForEmergencyNumber ? i18n.t("lead.call", [callName(number)]) : i18n.t("lead.doctor")}</strong>{" "}
					{advice.join(" ")}
				</p>
				{!isReviewed && <p className="quiet">{i18n.t("card.noClinician")}</p>}
			</div>
		</section>
	);
}
