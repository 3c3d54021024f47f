import type { Reply } from "../../data/schema";
import type { SavedAnswer } from "../messaging/protocol";

/** What an export is called inside, in the reader's language. */
export interface ExportWords {
	title: string;
	/** "Saved", "Question" and the like: headings of columns and of parts. */
	saved: string;
	heading: string;
	question: string;
	reply: string;
	doctor: string;
	specialty: string;
	hospital: string;
	repliedOn: string;
	summary: string;
	note: string;
	tags: string;
	foundIn: string;
	page: string;
	pageAddress: string;
	source: string;
	sourceAddress: string;
	pack: string;
	caution: string;
	notDiagnosis: string;
	/** The day of a moment, in milliseconds since the epoch, where the reader is. */
	dayOf: (moment: number) => string;
	/** The language of these words, as in `lang="en"`. */
	lang: string;
}

/** The personal list as JSON: every field as it is kept. */
export function savedAsJson(saved: readonly SavedAnswer[]): string {
	return `${JSON.stringify({ format: "symptom-lens-saved-answers", savedAnswers: saved }, null, "\t")}\n`;
}

/**
 * The personal list as a table (RFC 4180), with a byte order mark, without which Excel takes UTF-8 for something else.
 * A cell that a spreadsheet would run as a formula begins with an apostrophe:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function savedAsCsv(saved: readonly SavedAnswer[], words: ExportWords): string {
	const header = [
		...[words.saved, words.heading, words.question, words.doctor, words.specialty, words.hospital, words.repliedOn],
		...[words.reply, words.note, words.tags, words.foundIn, words.page, words.pageAddress],
		...[words.source, words.sourceAddress, words.pack],
	];
	const rows = saved.map(({ savedAt, snapshot, note, tags, context, packName }) => [
		words.dayOf(savedAt),
		snapshot.title,
		snapshot.question.text,
		...(["doctor", "specialty", "hospital", "repliedOn", "text"] as const).map((field) =>
			snapshot.replies
				.map((reply) => reply[field] ?? "")
				.join("\n\n")
				.trim(),
		),
		note,
		tags.join(", "),
		context.sentence,
		context.pageTitle,
		context.pageUrl,
		snapshot.site,
		snapshot.url ?? "",
		packName,
	]);
	return `\u{feff}${[header, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** The personal list as Markdown. What readers and pages wrote stays text: it makes no heading, link or markup. */
export function savedAsMarkdown(saved: readonly SavedAnswer[], words: ExportWords): string {
	const parts = saved.map((one) => {
		const { snapshot, note, tags, context } = one;
		const line = (label: string, text: string) => (text ? [`**${label}:** ${markdownText(text)}`] : []);
		return [
			`## ${markdownText(oneLine(snapshot.title))}`,
			...line(words.saved, words.dayOf(one.savedAt)),
			...line(words.tags, tags.join(", ")),
			...line(words.note, note),
			...line(words.question, snapshot.question.text),
			...snapshot.replies.flatMap((reply) => [
				`### ${markdownText(oneLine(nameOf(reply, snapshot.site, words)))}`,
				...(snapshot.wording === "summary" ? [`*${markdownText(words.summary)}*`] : []),
				markdownText(reply.text),
			]),
			...line(words.caution, snapshot.caution ?? ""),
			...line(words.foundIn, context.sentence),
			...line(words.page, context.pageTitle),
			...(context.pageUrl ? [markdownAddress(context.pageUrl)] : []),
			...line(words.source, snapshot.site),
			...(snapshot.url ? [markdownAddress(snapshot.url)] : []),
		].join("\n\n");
	});
	return `${[`# ${words.title}`, ...parts, `*${words.notDiagnosis}*`].join("\n\n")}\n`;
}

/** The personal list as one page that needs nothing else: no script, no picture, nothing is loaded. */
export function savedAsHtml(saved: readonly SavedAnswer[], words: ExportWords): string {
	const line = (label: string, text: string) =>
		text ? `<p><strong>${html(label)}:</strong> <span dir="auto">${html(text)}</span></p>` : "";
	const link = (address: string | null) =>
		address && /^https?:/i.test(address) ? `<p><a href="${html(address)}">${html(address)}</a></p>` : "";
	const parts = saved.map(({ savedAt, snapshot, note, tags, context }) =>
		[
			`<article><h2 dir="auto">${html(snapshot.title)}</h2>`,
			line(words.saved, words.dayOf(savedAt)),
			line(words.tags, tags.join(", ")),
			line(words.note, note),
			line(words.question, snapshot.question.text),
			...snapshot.replies.map(
				(reply) =>
					`<h3>${html(nameOf(reply, snapshot.site, words))}</h3>${
						snapshot.wording === "summary" ? `<p><em>${html(words.summary)}</em></p>` : ""
					}<p dir="auto" lang="${html(snapshot.lang)}">${html(reply.text)}</p>`,
			),
			line(words.caution, snapshot.caution ?? ""),
			line(words.foundIn, context.sentence),
			line(words.page, context.pageTitle),
			link(context.pageUrl),
			line(words.source, snapshot.site),
			link(snapshot.url),
			"</article>",
		].join("\n"),
	);
	return [
		`<!doctype html><html lang="${html(words.lang)}"><head><meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		`<meta name="viewport" content="width=device-width, initial-scale=1"><title>${html(words.title)}</title>`,
		`<style>${STYLE}</style></head><body><main><h1>${html(words.title)}</h1>`,
		...parts,
		`<p>${html(words.notDiagnosis)}</p></main></body></html>\n`,
	].join("\n");
}

const STYLE =
	":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:42rem;margin:auto;padding:1rem;overflow-wrap:anywhere}p{white-space:pre-line}article{border-top:1px solid;break-inside:auto}";

function nameOf({ doctor, specialty, hospital, repliedOn }: Reply, site: string, words: ExportWords): string {
	const who = doctor === null ? site : `${words.doctor}: ${doctor}`;
	return [who, specialty, hospital, repliedOn].filter(Boolean).join(", ");
}

function csvCell(text: string): string {
	// Spreadsheets pass over blanks before a formula; a tab or line end can begin one by itself.
	const safe = /^[\s\u{feff}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}

function markdownText(text: string): string {
	return text
		.replace(/[\\`*_[\]<>|~&]/g, "\\$&")
		.replace(/^(\s*)(#{1,6}(?=\s|$)|[+=-]|\d+(?=[.)]))/gm, (_, blank: string, mark: string) =>
			/^\d/.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`,
		);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

// Only what would end the link is encoded: whatever was encoded before stays as it is, or it would be another address.
function markdownAddress(address: string): string {
	return `<${address.toWellFormed().replace(/[\s\p{Cc}<>\\]/gu, encodeURIComponent)}>`;
}

function html(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");
}
