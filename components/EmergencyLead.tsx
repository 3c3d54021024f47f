import { PhoneCall } from "lucide-react";
import { i18n } from "#i18n";
import type { ShownEmergency } from "../data/emergency-schema";
import { leadOf } from "./lead-of";
import "./emergency-lead.css";

/**
 * What leads the card where the text of the page describes an emergency: what it describes, and what to do if
 * that is happening to the reader. It speaks of the text, never of the reader; it names no illness.
 */
export function EmergencyLead({ emergencies, number }: { emergencies: ShownEmergency[]; number: string }) {
	const lead = leadOf(emergencies, number);
	if (!lead) return null;
	const isReviewed = emergencies.every(({ basis, review }) => basis === "stated" || review.clinician !== null);
	return (
		<section className="emergency-lead" aria-label={i18n.t("lead.label")}>
			<PhoneCall className="emergency-lead-icon" size={20} aria-hidden />
			<div>
				<p>{lead.opening}</p>
				{lead.several.length > 0 && (
					<ul>
						{lead.several.map((described) => (
							<li key={described}>{described}</li>
						))}
					</ul>
				)}
				<p>
					<strong>{lead.instruction}</strong> {lead.advice.join(" ")}
				</p>
				{!isReviewed && <p className="quiet">{i18n.t("card.noClinician")}</p>}
			</div>
		</section>
	);
}
