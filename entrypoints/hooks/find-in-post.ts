import { emergencyFile } from "virtual:emergencies";
import { lexicon } from "virtual:lexicon";
import type { ShownEmergency } from "../../data/emergency-schema";
import { findEmergencies } from "../../lib/detection/find-emergencies";
import { Detector } from "../../lib/detection/find-mentions";

const detector = new Detector(lexicon);

/** The emergencies that the paragraphs of a post describe. */
export function findInPost(post: string[]): ShownEmergency[] {
	detector.judgePage(post.join("\n"));
	return findEmergencies(post, detector, emergencyFile);
}
