import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { openSinkhole, type Sinkhole } from "./sinkhole";

const reportFolder = join(import.meta.dirname, "../../test-results");

/** What a browser under test asked for: how much of the extension and of this machine, and what of anything else. */
export interface RequestLog {
	sinkhole: Sinkhole;
	watch: (page: Page) => void;
	/**
	 * Writes a line on this browser to `test-results/requests-BROWSER.jsonl`, which `npm run trust` adds up. Throws an error
	 * that names every host if anything wanted to leave: so each file of tests proves on the way that nothing is sent.
	 */
	close: () => void;
}

/**
 * Opens the log, and the sinkhole that is to be the browser's only way out. Where the browser visits pages of others, which
 * ask for things of their own, what left says nothing of us: closing then writes and throws nothing.
 */
export async function openRequestLog(browserKind: string, visitsOthers = false): Promise<RequestLog> {
	const sinkhole = await openSinkhole();
	let inside = 0;
	let others = 0;
	return {
		sinkhole,
		watch: (page) => {
			page.on("request", (request) => {
				if (isOurs(request.url())) inside += 1;
				else others += 1;
				// Also to a host that the browser itself asks: only of a page of ours is it plain who asked.
				if (isOurs(request.frame()?.url()) && isElsewhere(request.url())) sinkhole.noteOurs(request.url());
			});
		},
		close: () => {
			sinkhole.close();
			if (visitsOthers) return;
			const left = [...sinkhole.reachedFor(), ...sinkhole.askedByOurs()];
			const makers = sinkhole.makersReachedFor();
			mkdirSync(reportFolder, { recursive: true });
			appendFileSync(
				join(reportFolder, `requests-${browserKind}.jsonl`),
				`${JSON.stringify({ inside, others, left, makers })}\n`,
			);
			if (left.length > 0) throw new Error(`a request wanted to leave this machine, to ${left.join(", ")}`);
		},
	};
}

function isOurs(url = ""): boolean {
	return /^\w+-extension:/.test(url);
}

function isElsewhere(url: string): boolean {
	return /^https?:/.test(url) && !["localhost", "127.0.0.1"].includes(new URL(url).hostname);
}
