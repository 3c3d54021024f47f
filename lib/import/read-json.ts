import { Tokenizer, TokenizerError, TokenParser, TokenParserError, TokenType } from "@streamparser/json";
import { packSchema } from "../../data/schema";
import type { Limits } from "./limits";
import { FileFault, type RecordReader, type RecordSink } from "./record-reader";

const packHeaderSchema = packSchema.omit({ answers: true });
const HEADER_FIELDS = Object.keys(packHeaderSchema.shape);

/**
 * A JSON document: a list of records, or an object with such a list called `answers`,
 * which with all the fields of a pack is an exported pack. What else the object holds
 * is read over. After a fault of the syntax nothing can be told of the rest.
 */
export function readJson(sink: RecordSink, { recordCharacters, depth }: Limits): RecordReader {
	let records = 0;
	let open = 0;
	let isList = false;
	let isPack = false;
	/** Characters since the last record or field of the document: what the parser keeps is no longer. */
	let kept = 0;
	const header = new Map<string, unknown>();
	let parser: TokenParser | null = null;
	const tokenizer = new Tokenizer();

	tokenizer.onToken = (token) => {
		if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) {
			if (++open > depth) throw fault(`has more than ${depth} brackets inside each other`);
		} else if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) {
			open--;
		}
		parser ??= startParser(token.token === TokenType.LEFT_BRACKET);
		parser.write(token);
		if (open <= 1) kept = 0;
	};

	function startParser(startsWithList: boolean): TokenParser {
		isList = startsWithList;
		// The path to the list itself must not be asked for: the parser would keep all of it.
		const paths = isList ? ["$.*"] : ["$.answers.*", ...HEADER_FIELDS.map((field) => `$.${field}`)];
		const started = new TokenParser({ paths, keepStack: false });
		started.onValue = ({ value, key, parent, stack }) => {
			kept = 0;
			if (stack.length === 1 && !isList) {
				header.set(String(key), value);
				if (HEADER_FIELDS.every((field) => header.has(field))) sinkHeader();
				return;
			}
			if (!Array.isArray(parent)) throw fault("must be a list", "answers");
			sink.record(value, ++records, () => JSON.stringify(value));
		};
		return started;
	}

	const fault = (reason: string, field = "(whole record)") => new FileFault(reason, { place: records + 1, field });

	function attempt(step: () => void): void {
		try {
			step();
		} catch (error) {
			if (!(error instanceof TokenizerError || error instanceof TokenParserError)) throw error;
			throw fault("is not valid JSON, so nothing after it can be read");
		}
	}

	return {
		push(text) {
			kept += text.length;
			attempt(() => tokenizer.write(text));
			if (kept > recordCharacters + text.length) {
				throw fault(`is longer than ${recordCharacters.toLocaleString("en")} characters, so reading stopped there`);
			}
		},
		end() {
			if (!parser?.isEnded) throw fault("breaks off before the end of the file");
			if (!isList && records === 0 && !isPack) throw new FileFault("has no list of records called answers");
		},
	};

	function sinkHeader(): void {
		const parsed = packHeaderSchema.safeParse(Object.fromEntries(header));
		if (parsed.success) {
			if (!isPack) sink.pack(parsed.data);
			isPack = true;
			return;
		}
		const [issue] = parsed.error.issues;
		throw new FileFault(issue?.message ?? "is not valid", { field: issue?.path.join(".") || "(whole file)" });
	}
}
