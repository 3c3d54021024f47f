import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Detector } from "../../lib/detection/find-mentions";
import { compiledLexicon } from "../../scripts/content-plugin";
import { findPageMentions } from "../../scripts/mentions-lines";
import { sharedFolder } from "./shared-pages";

/**
 * Every mention on the page that this project began from, by line of its text,
 * written by hand: words, symptom, and what the text says of it.
 */
const EXPECTED: [line: number, words: string, symptom: string, assertion: string][] = [
	[1, "twitching … upper left … lip", "lip-twitching", "present"],
	[2, "twitching … upper left lip", "lip-twitching", "present"],
	[3, "twitching", "muscle-twitching", "present"],
	[5, "twitches … facial muscles", "facial-twitching", "denied"],
	[5, "muscle atrophy", "muscle-atrophy", "denied"],
	[6, "muscle twitches throughout my body", "widespread-twitching", "present"],
	[7, "left shoulder feels stiff", "shoulder-stiffness", "present"],
	[10, "muscle twitching", "muscle-twitching", "possible"],
	[10, "anxiety", "anxiety", "general"],
	[11, "muscle twitching", "muscle-twitching", "general"],
	[12, "twitching", "muscle-twitching", "general"],
	[13, "muscle twitching", "muscle-twitching", "general"],
	[14, "neuritis", "nerve-pain", "general"],
	[15, "muscle twitching", "muscle-twitching", "general"],
	[15, "anxiety", "anxiety", "general"],
	[15, "twitching", "muscle-twitching", "general"],
	[15, "panic", "panic-attack", "general"],
	[15, "anxiety", "anxiety", "general"],
	[19, "muscle atrophy", "muscle-atrophy", "general"],
	[20, "muscle twitching", "muscle-twitching", "general"],
	[28, "twitching … left lip", "lip-twitching", "present"],
	[28, "facial muscle fasciculation", "facial-twitching", "general"],
	[28, "twitching", "muscle-twitching", "present"],
	[29, "Muscle Fatigue", "muscle-fatigue", "present"],
	[29, "muscle twitching", "muscle-twitching", "general"],
	[29, "fatigue … muscles", "muscle-fatigue", "general"],
	[29, "under stress", "stress", "general"],
	[29, "muscle fatigue", "muscle-fatigue", "general"],
	[29, "twitching", "muscle-twitching", "general"],
	[30, "Stress", "stress", "present"],
	[30, "Anxiety", "anxiety", "present"],
	[30, "stress", "stress", "general"],
	[30, "anxiety", "anxiety", "general"],
	[30, "Muscle twitching", "muscle-twitching", "general"],
	[30, "stress levels", "stress", "general"],
	[30, "muscle twitching … body", "widespread-twitching", "present"],
	[30, "anxiety", "anxiety", "possible"],
	[30, "stress", "stress", "possible"],
	[31, "muscle twitching", "muscle-twitching", "general"],
	[31, "dehydrated", "dehydration", "general"],
	[32, "twitching", "muscle-twitching", "present"],
	[33, "twitching", "muscle-twitching", "present"],
	[33, "benign fasciculation syndrome", "widespread-twitching", "general"],
	[33, "weakness", "general-weakness", "denied"],
	[33, "atrophy", "muscle-atrophy", "denied"],
	[33, "twitching … muscle", "muscle-twitching", "denied"],
	[34, "twitching", "muscle-twitching", "general"],
	[34, "twitching", "muscle-twitching", "general"],
	[35, "Sleep Deprivation", "insomnia", "present"],
	[35, "Lack of … sleep", "insomnia", "general"],
	[35, "muscle twitching", "muscle-twitching", "general"],
	[35, "poor sleep", "insomnia", "general"],
	[36, "stiffness … left shoulder", "shoulder-stiffness", "present"],
	[36, "muscle tension", "muscle-tension", "possible"],
	[36, "twitching above your lip", "lip-twitching", "present"],
	[36, "Muscle tension", "muscle-tension", "general"],
	[36, "twitching", "muscle-twitching", "general"],
	[38, "twitching", "muscle-twitching", "present"],
	[39, "Stress", "stress", "present"],
	[39, "stress", "stress", "present"],
	[41, "twitching", "muscle-twitching", "general"],
	[42, "twitching … left lip", "lip-twitching", "present"],
	[42, "stress", "stress", "general"],
	[42, "fatigue", "fatigue", "general"],
	[44, "Lower Lip Twitching", "lip-twitching", "present"],
	[45, "left lower lip muscles twitching", "lip-twitching", "present"],
	[47, "tics", "tics", "present"],
	[47, "Lower Lip Twitching", "lip-twitching", "present"],
	[49, "twitching … left lower jaw", "jaw-chin-twitching", "past"],
	[49, "twitching … left upper lip", "lip-twitching", "present"],
	[49, "tight … left cheek", "facial-tightness", "present"],
	[51, "facial twitching", "facial-twitching", "present"],
	[51, "poor sleep", "insomnia", "general"],
	[52, "Lip Twitches", "lip-twitching", "present"],
	[53, "twitching … spasms … lower lip", "lip-twitching", "present"],
	[53, "twitches", "muscle-twitching", "present"],
	[55, "muscle twitching", "muscle-twitching", "present"],
	[55, "benign fasciculation syndrome", "widespread-twitching", "possible"],
	[55, "Lip Twitches", "lip-twitching", "present"],
	[56, "Lip Twitching", "lip-twitching", "present"],
	[57, "twitching … lower left lip", "lip-twitching", "present"],
	[57, "eyelid twitch", "eyelid-twitching", "general"],
	[59, "Lip Twitching", "lip-twitching", "present"],
	[62, "Eyelid Muscle Twitching", "eyelid-twitching", "present"],
	[63, "Lip Numbness", "lip-numbness", "present"],
	[64, "Involuntary Body Movements", "involuntary-movements", "present"],
	[65, "Muscle Fasciculation", "muscle-twitching", "present"],
	[66, "Tremor", "tremor", "present"],
	[67, "Muscle Cramp", "muscle-cramp", "present"],
	[69, "Autonomic Nervous System Dysfunction", "autonomic-dysfunction", "present"],
	[70, "Tingling Sensation", "tingling", "present"],
];

it("finds every mention on the first page, names its symptom and says whose it is", () => {
	const text = readFileSync(join(sharedFolder, "seed/page.txt"), "utf8");
	const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;

	const found = findPageMentions(new Detector(compiledLexicon()), text).map(
		({ start, parts, symptomId, assertion }) => [
			lineOf(start),
			parts.map((part) => text.slice(part.start, part.end)).join(" … "),
			symptomId,
			assertion,
		],
	);

	expect(found).toEqual(EXPECTED);
});
