/** Most bytes of a file that are looked at: four for each character that is read. */
const LARGEST_FILE = 800_000;

/** What a file holds, or why it cannot be read as text. */
export type ReadTextFile = { text: string } | { problem: "too-large" | "no-text" };

/** Reads a text file: UTF-8, UTF-16 with its mark, or else the old Western encoding of Windows. Never throws. */
export async function readTextFile(file: Blob): Promise<ReadTextFile> {
	if (file.size > LARGEST_FILE) return { problem: "too-large" };
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const text = decode(bytes);
		return isText(text) ? { text } : { problem: "no-text" };
	} catch {
		// Gone, or no longer to be read.
		return { problem: "no-text" };
	}
}

function decode(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

// PDF, Word files and pictures hold bytes that no text has.
function isText(text: string): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
	return !text.startsWith("%PDF-") && !/[\u0000-\u0008\u000e-\u001a]/.test(text);
}
