import { lexicon, shownSymptoms } from "virtual:lexicon";
import { Detector } from "../../lib/detection/find-mentions";

/** A file of its own: the tables of the detector are loaded when there is a text to read. */
export const pasteDetector = new Detector(lexicon);

/** Symptoms whose card has something to say. */
export const symptomsWithCard: ReadonlySet<string> = new Set(shownSymptoms);
