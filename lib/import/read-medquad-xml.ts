import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FIELD_LIMITS, type Limits } from "./limits";
import { medquadSite } from "./medquad-sites";
import { FileFault, type RecordReader, type RecordSink } from "./record-reader";

/** Topics of one answer: the focus and its first synonyms. A rare disease may have dozens, most of which nobody searches for. */
const MOST_TOPICS = 20;

/** Elements whose text is read; all others only hold them. */
const TEXT_ELEMENTS = new Set(["Focus", "Synonym", "Question", "Answer"]);

interface Pair {
	qid: string;
	question: string;
	answer: string;
}

/**
 * A MedQuAD document: one subject with its questions and answers
 * (https://github.com/abachaa/MedQuAD). The parser knows the five entities of XML and
 * expands no others; a DOCTYPE, which could define some, is refused.
 */
export function readMedquadXml(sink: RecordSink, { recordCharacters, depth }: Limits): RecordReader {
	const parser = new SaxesParser({ xmlns: false });
	const topics: string[] = [];
	let source = "";
	let url: string | undefined;
	let open = 0;
	let pairs = 0;
	let pair: Pair | null = null;
	let textElement: { name: string; depth: number; text: string } | null = null;
	/** Characters since the last tag or text: what the parser keeps is no longer. */
	let kept = 0;

	const fault = (reason: string) => new FileFault(reason, { place: pairs + 1, field: "(whole record)" });
	const tooLong = () =>
		fault(`is longer than ${recordCharacters.toLocaleString("en")} characters, so reading stopped there`);

	function openElement({ name, attributes }: SaxesTagPlain): void {
		kept = 0;
		open++;
		if (open > depth) throw fault(`has more than ${depth} elements inside each other`);
		if (open === 1) {
			if (name !== "Document") throw new FileFault(`is no MedQuAD document: it begins with <${name.slice(0, 40)}>`);
			source = attributes.source?.trim() ?? "";
			url = webAddress(attributes.url);
		} else if (name === "QAPair") {
			pair = { qid: "", question: "", answer: "" };
		} else if (textElement === null && TEXT_ELEMENTS.has(name)) {
			textElement = { name, depth: open, text: "" };
			if (pair && name === "Question") pair.qid = attributes.qid?.trim() ?? "";
		}
	}

	function addText(text: string): void {
		kept = 0;
		if (textElement === null) return;
		textElement.text += text;
		if (textElement.text.length > recordCharacters) throw tooLong();
	}

	function closeElement({ name }: SaxesTagPlain): void {
		kept = 0;
		if (textElement?.depth === open) {
			takeText(textElement.name, textElement.text.trim());
			textElement = null;
		} else if (name === "QAPair" && pair) {
			takePair(pair);
			pair = null;
		}
		open--;
	}

	function takeText(name: string, text: string): void {
		if (name === "Question" && pair) pair.question = text;
		else if (name === "Answer" && pair) pair.answer = text;
		else if (text !== "" && text.length <= FIELD_LIMITS.short && topics.length < MOST_TOPICS && !topics.includes(text))
			topics.push(text);
	}

	function takePair({ qid, question, answer }: Pair): void {
		const record = {
			...(qid === "" ? {} : { id: `${source}-${qid}` }),
			question,
			answer,
			site: medquadSite(source),
			url,
			topics: [...topics],
		};
		sink.record(record, ++pairs, () => JSON.stringify(record));
	}

	// Seven handlers and no more: with an eighth, saxes 6 reads a tenth as fast (V8 turns its object into a dictionary).
	parser.on("opentag", openElement);
	parser.on("closetag", closeElement);
	parser.on("text", addText);
	parser.on("cdata", addText);
	parser.on("xmldecl", ({ encoding }) => {
		if (encoding && !/^(utf-8|utf-16|us-ascii|ascii)$/i.test(encoding)) {
			throw new FileFault(`says that it is written in ${encoding.slice(0, 40)}; save it as UTF-8`);
		}
	});
	parser.on("doctype", () => {
		throw new FileFault("has a DOCTYPE, which is not read: it could define what the text means");
	});
	parser.on("error", ({ message }) => {
		throw fault(`is not valid XML, so nothing after it can be read (${message.slice(0, 120)})`);
	});

	return {
		push(text) {
			kept += text.length;
			parser.write(text);
			if (kept > recordCharacters + text.length) throw tooLong();
		},
		end: () => {
			parser.close();
		},
	};
}

/** Unlike in a simple record, no reason to refuse a document: the address is one for all of its answers. */
function webAddress(address: string | undefined): string | undefined {
	const trimmed = address?.trim() ?? "";
	return /^https?:/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined;
}
