import Papa from "papaparse";

/** One row of a table. */
export interface CsvRow {
	fields: string[];
	/** Line of the file on which it begins, from 1. */
	line: number;
	/** As it stands in the file, with its line end. */
	text: string;
	/** What is wrong with it, if its fields cannot be trusted. */
	fault?: string;
}

/** The delimiter is guessed from this much of the beginning: several rows of most tables. */
const GUESS_FROM_CHARACTERS = 16_384;

/** Comma, tab, semicolon (where a comma is the decimal sign) and bar; no other is in use. */
const DELIMITERS = [",", "\t", ";", "|"];

/**
 * Cuts the text of a table into rows, piece by piece. Blank lines are passed over;
 * line ends of any kind count as one line feed, within quotes too. A row longer than
 * `longestRow` characters comes as a fault without its text.
 */
export class CsvRows {
	readonly #onRow: (row: CsvRow) => void;
	readonly #longestRow: number;
	#parser: Papa.Parser | null = null;
	#pending = "";
	#line = 1;
	#endsWithReturn = false;
	#overlong: OverlongRow | null = null;
	/** What the parser is at work on; its steps cut rows off it. */
	#text = "";
	#cut = 0;

	constructor(longestRow: number, onRow: (row: CsvRow) => void) {
		this.#longestRow = longestRow;
		this.#onRow = onRow;
	}

	push(piece: string): void {
		const text = this.#endsWithReturn ? `\r${piece}` : piece;
		// The line feed that belongs to a return may come with the next piece.
		this.#endsWithReturn = text.endsWith("\r");
		this.#pending += (this.#endsWithReturn ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n");
		if (this.#parser !== null || this.#pending.length >= GUESS_FROM_CHARACTERS) this.#readRows({ isLast: false });
	}

	/** The text stops here, perhaps within a row: only whole rows are given. */
	cutOff(): void {
		this.#readRows({ isLast: false });
	}

	end(): void {
		if (this.#endsWithReturn) this.#pending += "\n";
		this.#readRows({ isLast: true });
	}

	#readRows({ isLast }: { isLast: boolean }): void {
		this.#skipOverlong(isLast);
		if (this.#overlong !== null) return;
		this.#parser ??= this.#startParser();
		this.#text = this.#pending;
		this.#cut = 0;
		this.#parser.parse(this.#text, 0, !isLast);
		this.#pending = isLast ? "" : this.#text.slice(this.#cut);
		this.#text = "";
		if (this.#pending.length <= this.#longestRow) return;
		this.#overlong = { line: this.#line, isQuoted: false };
		this.#skipOverlong(isLast);
	}

	#startParser(): Papa.Parser {
		const { delimiter } = Papa.parse(this.#pending.slice(0, GUESS_FROM_CHARACTERS), {
			preview: 10,
			delimitersToGuess: DELIMITERS,
			skipEmptyLines: true,
		}).meta;
		// The bare parser: what `Papa.parse` adds for files, downloads and workers of its own is not needed.
		return new Papa.Parser({
			delimiter,
			newline: "\n",
			step: ({ data, errors, meta }) => {
				const fields = (data as unknown as string[][])[0] ?? [];
				this.#takeRow(fields, meta.cursor, errors[0]);
			},
		});
	}

	#takeRow(fields: string[], end: number, error: Papa.ParseError | undefined): void {
		const text = this.#text.slice(this.#cut, end);
		const line = this.#line;
		this.#cut = end;
		this.#line += lineFeeds(text);
		if (text.trim() === "") return;
		if (text.length > this.#longestRow) this.#onRow({ fields: [], line, text: "", fault: this.#tooLong() });
		else if (error) this.#onRow({ fields, line, text, fault: faultText(error) });
		else this.#onRow({ fields, line, text });
	}

	/** Passes over a row that is too long to keep, up to the line feed that is not within quotes. */
	#skipOverlong(isLast: boolean): void {
		const row = this.#overlong;
		if (row === null) return;
		let at = 0;
		while (at < this.#pending.length && (row.isQuoted || this.#pending[at] !== "\n")) {
			if (this.#pending[at] === '"') row.isQuoted = !row.isQuoted;
			at++;
		}
		const hasEnded = at < this.#pending.length;
		this.#line += lineFeeds(this.#pending.slice(0, at + 1));
		this.#pending = this.#pending.slice(at + 1);
		if (!hasEnded && !isLast) return;
		const isOpen = !hasEnded && row.isQuoted;
		this.#overlong = null;
		this.#onRow({ fields: [], line: row.line, text: "", fault: isOpen ? OPEN_QUOTE : this.#tooLong() });
	}

	#tooLong(): string {
		return `is longer than ${this.#longestRow.toLocaleString("en")} characters`;
	}
}

interface OverlongRow {
	line: number;
	isQuoted: boolean;
}

const OPEN_QUOTE = "has a quote that is never closed, so nothing after it can be read";

function faultText({ code }: Papa.ParseError): string {
	return code === "MissingQuotes" ? OPEN_QUOTE : "has a quote within quotes that is not doubled";
}

function lineFeeds(text: string): number {
	let count = 0;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
	return count;
}
