import { readFileSync } from "node:fs";

const SIGNATURE = "89504e470d0a1a0a";

/** Width and height in pixels, as the head of a PNG file says. Throws if it is no PNG. https://www.w3.org/TR/png-3/#11IHDR */
export function pngSize(file: string): { width: number; height: number } {
	const bytes = readFileSync(file);
	if (bytes.toString("hex", 0, 8) !== SIGNATURE) throw new Error(`${file} is no PNG`);
	return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
