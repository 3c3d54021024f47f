import { emergencyFile } from "virtual:emergencies";
import { lexicon } from "virtual:lexicon";
import { findEmergencies } from "../../lib/detection/find-emergencies";
import { Detector } from "../../lib/detection/find-mentions";
import { postAround } from "../../lib/page/post-around";
import { isUnread, readBlock, type TextRun } from "../../lib/page/text-blocks";

/** An emergency that a post of the page describes, and how the post begins. */
export interface FoundEmergency {
	id: string;
	post: string;
}

/** Looks for emergencies around every mention of a symptom on the page, as if each had its card opened. */
export function emergenciesOfPage(): { mentions: number; found: FoundEmergency[] } {
	const detector = new Detector(lexicon);
	const runs: TextRun[] = [];
	const blocks: Element[] = [document.documentElement];
	for (let block = blocks.pop(); block; block = blocks.pop()) {
		if (isUnread(block)) continue;
		const content = readBlock(block);
		runs.push(...content.runs);
		for (const inner of content.blocks) blocks.push(inner);
	}
	detector.judgePage(runs.map(({ text }) => text).join("\n"));
	const named = runs.filter(({ text }) => detector.findMentions(text).length > 0);
	const posts = new Map(named.map((run) => [postAround(run).join("\n"), postAround(run)]));
	const found = [...posts.values()].flatMap((post) =>
		findEmergencies(post, detector, emergencyFile).map(({ id }) => ({ id, post: post.join("\n").slice(0, 300) })),
	);
	return { mentions: named.length, found };
}
