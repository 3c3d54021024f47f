import { bundledPackVersion } from "virtual:bundled-pack";
import { browser } from "wxt/browser";
import type { HighlightReporting } from "../../components/HighlightReport";
import { highlightReport } from "../../lib/highlight-report";
import type { ShowCard } from "../../lib/messaging/card-channel";
import { contextOf } from "../hooks/term-context";

/** What the reader can report about the words that opened the card. */
export function reportingOf(shown: ShowCard): HighlightReporting {
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
