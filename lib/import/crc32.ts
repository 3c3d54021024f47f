/** The polynomial of zip files, bits reversed: APPNOTE.TXT 4.4.7. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
	return remainder;
});

/** The check sum of zip files over pieces of bytes: start with 0 and hand on the result. */
export function crc32(bytes: Uint8Array, before = 0): number {
	let remainder = ~before;
	for (let at = 0; at < bytes.length; at++) {
		remainder = (TABLE[(remainder ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (remainder >>> 8);
	}
	return ~remainder >>> 0;
}
