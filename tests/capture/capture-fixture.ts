import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaptureDraft, type CapturedPage, capturePage } from "../../lib/capture/capture-page";

/** As the extension's own page does it. */
export const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

/** The drafts of a text of HTML, as if it stood at `https://www.example.org/answers/17?from=list`. */
export function captureText(html: string, given: Partial<CapturedPage> = {}): CaptureDraft[] {
	const page = {
		html,
		url: "https://www.example.org/answers/17?from=list",
		title: /<title>(.*)<\/title>/.exec(html)?.[1] ?? "",
		selection: null,
		capturedAt: new Date(2024, 1, 3, 12).getTime(),
		...given,
	};
	return capturePage(page, parse);
}

/** The drafts of a page of `tests/pages/capture/`. */
export function captureFixture(name: string, given: Partial<CapturedPage> = {}): CaptureDraft[] {
	return captureText(readFileSync(join(import.meta.dirname, "../pages/capture", name), "utf8"), given);
}

/** The only draft of a list; throws if there are more or none. */
export function only(drafts: CaptureDraft[]): CaptureDraft {
	const [draft] = drafts;
	if (!draft || drafts.length > 1) throw new Error(`${drafts.length} drafts instead of one`);
	return draft;
}
