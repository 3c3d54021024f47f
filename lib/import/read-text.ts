/** What a piece of a file says, and why nothing after it can be read, if so. */
export interface DecodedText {
	text: string;
	fault?: string;
}

const BYTE_ORDER_MARKS = [
	{ encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
	{ encoding: "utf-16le", bytes: [0xff, 0xfe] },
	{ encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;
type Encoding = (typeof BYTE_ORDER_MARKS)[number]["encoding"];

const LONGEST_MARK = 3;

/**
 * Turns the bytes of a file into text, piece by piece. UTF-8, or what a byte order mark
 * says; the mark itself is no text. Never replaces what it cannot read: that would
 * change a medical text without a word.
 */
export class TextDecoding {
	/** Bytes that wait for the rest of their character, or at the beginning for the rest of a mark. */
	#waiting = new Uint8Array(0);
	/** Place of the first waiting byte in the file. */
	#position = 0;
	#encoding: Encoding | null = null;

	/** The text that is complete with these bytes. */
	push(bytes: Uint8Array): DecodedText {
		const joined = join(this.#waiting, bytes);
		if (this.#encoding === null && joined.length < LONGEST_MARK) {
			this.#waiting = joined;
			return { text: "" };
		}
		return this.#decode(joined, { isLast: false });
	}

	/** What is left after the last byte. */
	end(): DecodedText {
		return this.#decode(this.#waiting, { isLast: true });
	}

	#decode(joined: Uint8Array<ArrayBuffer>, { isLast }: { isLast: boolean }): DecodedText {
		let bytes = joined;
		if (this.#encoding === null) {
			const mark = markOf(bytes);
			this.#encoding = mark?.encoding ?? "utf-8";
			bytes = this.#advance(bytes, mark?.bytes.length ?? 0);
		}
		const encoding = this.#encoding;
		const ready = isLast ? bytes : bytes.subarray(0, wholeCharacters(bytes, encoding));
		try {
			const text = decode(ready, encoding);
			this.#waiting = this.#advance(bytes, ready.length).slice();
			return { text };
		} catch {
			const wrong = firstWrongByte(ready, encoding);
			return {
				text: decode(ready.subarray(0, wrong), encoding),
				fault: `is not ${encoding.toUpperCase()} text: byte ${this.#position + wrong + 1} does not belong there; save it as UTF-8`,
			};
		}
	}

	#advance(bytes: Uint8Array<ArrayBuffer>, count: number): Uint8Array<ArrayBuffer> {
		this.#position += count;
		return bytes.subarray(count);
	}
}

/** The text of a file's beginning, up to a character that is cut or wrong. */
export function textOf(head: Uint8Array): string {
	const decoding = new TextDecoding();
	const { text, fault } = decoding.push(head);
	return fault === undefined ? text + decoding.end().text : text;
}

/** Whether a file that begins like this has no text in it: text holds no zero byte, unless it is UTF-16 and says so. */
export function isBinary(head: Uint8Array): boolean {
	const encoding = markOf(head)?.encoding ?? "utf-8";
	return encoding === "utf-8" && head.includes(0);
}

function markOf(bytes: Uint8Array) {
	return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
	return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
	const joined = new Uint8Array(first.length + second.length);
	joined.set(first);
	joined.set(second, first.length);
	return joined;
}

/** How many bytes there are before a character that the end cuts. */
function wholeCharacters(bytes: Uint8Array, encoding: Encoding): number {
	if (encoding !== "utf-8") {
		const even = bytes.length - (bytes.length % 2);
		return even >= 2 && isHighSurrogate(unitAt(bytes, even - 2, encoding)) ? even - 2 : even;
	}
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte >= 0xc0) return lengthOfUtf8(byte) > back ? bytes.length - back : bytes.length;
		if (byte < 0x80) break;
	}
	return bytes.length;
}

/** 0 for a byte that begins no character. */
function lengthOfUtf8(lead: number): number {
	if (lead < 0x80) return 1;
	if (lead < 0xc2 || lead > 0xf4) return 0;
	return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function firstWrongByte(bytes: Uint8Array, encoding: Encoding): number {
	let at = 0;
	while (at < bytes.length) {
		const length = encoding === "utf-8" ? lengthOfUtf8(bytes[at] ?? 0) : lengthOfUtf16(bytes, at, encoding);
		if (length === 0 || at + length > bytes.length) return at;
		if (length > 1 && !isReadable(bytes.subarray(at, at + length), encoding)) return at;
		at += length;
	}
	return at;
}

function lengthOfUtf16(bytes: Uint8Array, at: number, encoding: Encoding): number {
	return isHighSurrogate(unitAt(bytes, at, encoding)) ? 4 : 2;
}

function isReadable(character: Uint8Array, encoding: Encoding): boolean {
	try {
		decode(character, encoding);
		return true;
	} catch {
		return false;
	}
}

function unitAt(bytes: Uint8Array, at: number, encoding: Encoding): number {
	const [first = 0, second = 0] = bytes.subarray(at, at + 2);
	return encoding === "utf-16be" ? first * 256 + second : second * 256 + first;
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}
