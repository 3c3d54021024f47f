import { LONGEST_MARKUP } from "./capture-limits";
import { cleanText } from "./clean-text";
import { printed } from "./page-text";
import { readDocument } from "./read-document";

const MARKUP = /<\/?[a-z!]|&#?[a-z0-9]+;/i;
const LINE_MARKUP = /<\/?(?:p|br|div|li|ul|ol|h[1-6]|table|tr|section|blockquote)(?=[\s/>])/i;

/** What a reader would see of a text that may hold HTML, as JSON-LD often does: plain lines, no markup, nothing run. */
export function plainText(text: string, parse: (html: string) => Document): string {
	let plain = text.slice(0, LONGEST_MARKUP).toWellFormed();
	// Some sites escape their HTML twice; what is escaped once more is text about HTML.
	for (let pass = 0; pass < 2; pass++) {
		if (!(pass === 0 ? MARKUP : LINE_MARKUP).test(plain)) break;
		const isLined = LINE_MARKUP.test(plain);
		const { lines } = readDocument(parse(`<body>${isLined ? plain : plain.replaceAll("\n", "<br>")}`));
		plain = lines.map(printed).join("\n");
	}
	return cleanText(plain);
}
