import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedFolder } from "../real-pages/shared-pages";
import { pageOf } from "./bench-folder";
import type { Findings } from "./findings";
import { paragraphs } from "./repository-text";

/** Real pages of every kind in one document; too big for the repository, and written by others. */
const COMPOSITE = join(sharedFolder, "pages/composite_10mb.html");

const PAGE_LENGTH = 10_000_000;

/** The source of a page of 10 MB. */
export function longPage(findings: Findings): string {
	if (existsSync(COMPOSITE)) return readFileSync(COMPOSITE, "utf8");
	findings.note(
		"The page of 10 MB is made of the repository's own paragraphs, with far more terms than real pages have; one of saved " +
			"pages is read if SHARED names their folder.",
	);
	const page = pageOf("Ten megabytes", paragraphs);
	return page.replace(/(?<=<body>).*(?=<\/body>)/s, (body) =>
		`<section>${body}</section>`.repeat(Math.ceil(PAGE_LENGTH / page.length)),
	);
}

/** The text of a page's source, one block to a line of it; only about as exact as a measurement needs. */
export function blocksOf(html: string): string[] {
	return html
		.replace(/<(script|style|svg|textarea)\b.*?<\/\1>/gis, "\n")
		.replace(/<\/?(?:a|abbr|b|cite|em|font|i|small|span|strong|sub|sup|u)\b[^>]*>/gi, "")
		.replace(/<[^>]*>/g, "\n\n")
		.replace(/&(?:amp|lt|gt|quot|nbsp|#\d+);/g, (entity) => ENTITIES[entity] ?? "\u2019")
		.split(/\n\s*\n/)
		.map((block) => block.trim())
		.filter((block) => block !== "");
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": "\u00a0" };

/** Blocks from everywhere in a page that hold about this many characters together. */
export function sampleOf(blocks: string[], length: number): string[] {
	const share = Math.min(1, length / lengthOf(blocks));
	return blocks.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
}

/** Characters in all blocks together. */
export function lengthOf(blocks: string[]): number {
	return blocks.reduce((sum, block) => sum + block.length, 0);
}
