import { i18n } from "#i18n";
import type { ShownEmergency } from "../data/emergency-schema";
import { callName } from "./emergency-call";

/** What a card says first of the emergencies that a text describes. */
export interface EmergencyWords {
	/** What the text describes: all of it in a sentence, or the words before a list. */
	opening: string;
	/** Where there are several, one each; empty otherwise. */
	several: string[];
	/** Whom to call, as the most urgent of them asks for. */
	instruction: string;
	/** What to do besides, each said once. */
	advice: string[];
}

/** The words of all emergencies together, to be shown and to be read aloud alike; undefined where there is none. */
export function leadOf(emergencies: ShownEmergency[], emergencyNumber: string): EmergencyWords | undefined {
	const [first, ...others] = emergencies;
	if (!first) return undefined;
	const isForEmergencyNumber = emergencies.some(({ urgency }) => urgency === "emergency");
	return {
		...(others.length === 0
			? { opening: i18n.t("lead.describes", [first.describes]), several: [] }
			: { opening: i18n.t("lead.describesAll"), several: emergencies.map(({ describes }) => describes) }),
		instruction: isForEmergencyNumber ? i18n.t("lead.call", [callName(emergencyNumber)]) : i18n.t("lead.doctor"),
		advice: [...new Set(emergencies.flatMap(({ advice }) => advice ?? []))],
	};
}
