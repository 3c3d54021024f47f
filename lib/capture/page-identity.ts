import { LONGEST_LINE } from "./capture-limits";
import { cleanLine, clip, comparable } from "./clean-text";
import { attributeOf, type PageText } from "./page-text";

/** What a page says it is. */
export interface PageIdentity {
	/** http or https, or null for a page of another kind. */
	url: string | null;
	/** As the site calls itself, otherwise its host without "www."; "" for a page without either. */
	site: string;
	/** Primary subtag: "en". */
	lang: string;
	/** The page's main heading where the title of its tab holds it too, otherwise what the page gives for sharing, or the tab. */
	title: string;
}

/** Reads address, site, language and title of the page. */
export function readIdentity(page: PageText, address: string, tabTitle: string): PageIdentity {
	const url = webAddress(address);
	const canonical = canonicalOf(page, url);
	const siteName = cleanLine(metaContent(page, "og:site_name"));
	const html = page.elements.find(({ tag }) => tag === "html");
	const lang = /^[a-z]{2,3}(?![a-z])/.exec((html && attributeOf(html, "lang")?.trim().toLowerCase()) ?? "");
	return {
		url: (canonical ?? url)?.href ?? null,
		site: clip(siteName || (url?.hostname.replace(/^www\./, "") ?? ""), LONGEST_LINE),
		lang: lang?.[0] ?? "en",
		title: titleOf(page, cleanLine(tabTitle)),
	};
}

// Many pages have the name of the site or of a section as their main heading.
function titleOf(page: PageText, tabTitle: string): string {
	const heading = page.lines.find(
		({ block, text }) => block.headingLevel === 1 && comparable(tabTitle).includes(comparable(text)),
	);
	return heading?.text || cleanLine(metaContent(page, "og:title")) || tabTitle;
}

/** The address without user name and password, or undefined if it is not http or https. */
function webAddress(address: string, base?: URL): URL | undefined {
	const url = URL.parse(address, base);
	if (!url || !/^https?:$/.test(url.protocol)) return undefined;
	url.username = "";
	url.password = "";
	return url;
}

function canonicalOf(page: PageText, url: URL | undefined): URL | undefined {
	const link = page.elements.find(
		(element) => element.tag === "link" && /\bcanonical\b/i.test(attributeOf(element, "rel") ?? ""),
	);
	const href = link && attributeOf(link, "href");
	const canonical = url && href ? webAddress(href, url) : undefined;
	// A canonical address elsewhere would cite a page that the reader has not seen; sites also give their home page for all.
	if (!canonical || canonical.origin !== url?.origin) return undefined;
	return canonical.pathname === "/" && url.pathname !== "/" ? undefined : canonical;
}

function metaContent(page: PageText, property: string): string {
	const meta = page.elements.find(
		(element) => element.tag === "meta" && attributeOf(element, "property")?.toLowerCase() === property,
	);
	return (meta && attributeOf(meta, "content")) ?? "";
}
