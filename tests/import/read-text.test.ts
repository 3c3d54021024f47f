import fc from "fast-check";
import { expect, it } from "vitest";
import { TextDecoding } from "../../lib/import/read-text";

function decodeInPieces(bytes: Uint8Array, size: number): { text: string; fault?: string } {
	const decoding = new TextDecoding();
	let text = "";
	for (let at = 0; at < bytes.length; at += size) {
		const decoded = decoding.push(bytes.subarray(at, at + size));
		text += decoded.text;
		if (decoded.fault !== undefined) return { text, fault: decoded.fault };
	}
	const last = decoding.end();
	return { ...last, text: text + last.text };
}

function utf16(text: string, { isBigEndian }: { isBigEndian: boolean }): Uint8Array {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
	return new Uint8Array(view.buffer);
}

const anyText = fc.string({ unit: "binary", maxLength: 40 }).filter((text) => !text.startsWith("\ufeff"));

it("reads UTF-8, with or without a byte order mark, whatever pieces it comes in", () => {
	fc.assert(
		fc.property(anyText, fc.boolean(), fc.integer({ min: 1, max: 9 }), (text, hasMark, size) => {
			const bytes = new TextEncoder().encode((hasMark ? "\ufeff" : "") + text);
			expect(decodeInPieces(bytes, size)).toEqual({ text });
		}),
	);
});

it("reads UTF-16 of both byte orders where a byte order mark says so", () => {
	fc.assert(
		fc.property(anyText, fc.boolean(), fc.integer({ min: 1, max: 9 }), (text, isBigEndian, size) => {
			expect(decodeInPieces(utf16(`\ufeff${text}`, { isBigEndian }), size)).toEqual({ text });
		}),
	);
});

it("names the first byte that is wrong, and gives the text before it", () => {
	fc.assert(
		fc.property(
			anyText,
			fc.constantFrom(0x80, 0xc0, 0xf5, 0xff),
			fc.integer({ min: 1, max: 9 }),
			(text, wrong, size) => {
				// A mark at the beginning would make it UTF-16.
				const before = new TextEncoder().encode(`a${text}`);
				const decoded = decodeInPieces(Uint8Array.of(...before, wrong, 0x61, 0x62), size);
				expect(decoded.text).toBe(`a${text}`);
				expect(decoded.fault).toBe(
					`is not UTF-8 text: byte ${before.length + 1} does not belong there; save it as UTF-8`,
				);
			},
		),
	);
});

it("takes a character that the end cuts for a wrong one", () => {
	expect(decodeInPieces(Uint8Array.of(0x61, 0x62, 0x63, 0xe2, 0x80), 1)).toEqual({
		text: "abc",
		fault: "is not UTF-8 text: byte 4 does not belong there; save it as UTF-8",
	});
	const halfPair = utf16("\ufeffa\ud83d", { isBigEndian: false });
	expect(decodeInPieces(halfPair, 1)).toMatchObject({
		text: "a",
		fault: expect.stringContaining("UTF-16LE text: byte 5"),
	});
});

it("takes Windows text for what it is: not UTF-8", () => {
	expect(decodeInPieces(Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x61), 100).fault).toContain("byte 4 ");
});
