/** A document of HTML in which nothing runs and nothing is fetched. */
export function parseInert(html: string): Document {
	return new DOMParser().parseFromString(html, "text/html");
}
