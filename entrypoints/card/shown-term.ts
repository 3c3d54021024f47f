import { bundledPackVersion } from "virtual:bundled-pack";
import { browser } from "wxt/browser";
import type { HighlightReporting } from "../../components/HighlightReport";
import { sentenceAround } from "../../lib/detection/sentence-around";
import { highlightReport } from "../../lib/highlight-report";
import type { ContentToCard } from "../../lib/messaging/card-channel";

/** The term that the card is open for, and where on the page it stands. */
export type ShownTerm = Extract<ContentToCard, { type: "show" }>;

const NO_CONTEXT = { sentence: "", pageTitle: "", pageUrl: "" };

/** What is kept with an answer that the reader saves. */
export function contextOf(shown: ShownTerm | undefined) {
	if (!shown) return NO_CONTEXT;
	const { text, start, end, pageTitle, pageUrl } = shown;
	return { sentence: sentenceAround(text, start, end), pageTitle, pageUrl };
}

/** What the reader can report about the words that opened the card. */
export function reportingOf(shown: ShownTerm): HighlightReporting {
	const { words, symptomId, assertion, pageUrl } = shown;
	const { sentence } = contextOf(shown);
	const host = URL.canParse(pageUrl) ? new URL(pageUrl).host : "";
	return {
		host,
		textWith: (isNamingSite) =>
			highlightReport({
				words,
				sentence,
				symptomId,
				assertion,
				version: browser.runtime.getManifest().version,
				content: bundledPackVersion,
				host: isNamingSite ? host : undefined,
			}),
	};
}
