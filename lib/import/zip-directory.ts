import { concatenate } from "./byte-stream";
import { ImportRefusedError, type Limits } from "./limits";
import { FileFault } from "./record-reader";

/** One file of a zip as the list at its end describes it. */
export interface ZipEntry {
	/** As written there: a label, never a path. */
	name: string;
	/** Where its local header begins in the file. */
	offset: number;
	packedSize: number;
	size: number;
	crc: number;
	/** 0 stored, 8 deflated. */
	method: number;
	isEncrypted: boolean;
	/** Sizes or place are kept where only zip64 looks for them. */
	isZip64: boolean;
}

/** Layout and signatures: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
export const LOCAL_HEADER = { signature: 0x04034b50, size: 30, nameLength: 26, extraLength: 28 };
const DIRECTORY_ENTRY = { signature: 0x02014b50, size: 46 };
const END_RECORD = { signature: 0x06054b50, size: 22 };
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 0x1;
const UTF8_FLAG = 0x800;
const ZIP64_COUNT = 0xffff;
const ZIP64_SIZE = 0xffffffff;

/** Largest list of entries that is read: 20,000 of them with names of 200 characters and some extra fields. */
const DIRECTORY_BYTES = 8 * 1024 ** 2;

/**
 * The files of a zip in the order of their content. The list stands at the end of the
 * zip, so all of it is read through and the end is kept. Without the list (a download
 * that broke off) it is a `FileFault`: where a file in it ends would be a guess.
 */
export async function readZipDirectory(
	pieces: AsyncIterable<Uint8Array>,
	zip: { label: string; limits: Limits },
): Promise<ZipEntry[]> {
	const bytes = await lastBytes(pieces, DIRECTORY_BYTES + END_RECORD.size + LONGEST_COMMENT);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEndRecord(view);
	if (end === null) throw new FileFault("is cut off or damaged: the list of its files is missing");
	const count = view.getUint16(end + 10, true);
	const directorySize = view.getUint32(end + 12, true);
	if (count > zip.limits.files) {
		throw new ImportRefusedError(
			`${zip.label} holds more than ${zip.limits.files.toLocaleString("en")} files, the most that one import takes`,
		);
	}
	const isSplit = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0;
	if (isSplit) throw new FileFault("is one part of a zip in several parts, which is not read");
	if (count === ZIP64_COUNT || directorySize === ZIP64_SIZE) throw new FileFault("is a zip64, which is not read");
	if (directorySize > end) throw new FileFault("is damaged: the list of its files does not fit");
	const entries = readEntries(view, { from: end - directorySize, to: end, count });
	refuseOverlaps(entries, zip.label);
	return entries;
}

async function lastBytes(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
	const kept: Uint8Array[] = [];
	let total = 0;
	for await (const piece of pieces) {
		kept.push(piece);
		total += piece.length;
		while (kept[0] && total - kept[0].length >= most) {
			total -= kept[0].length;
			kept.shift();
		}
	}
	return concatenate(kept, total);
}

function findEndRecord(view: DataView): number | null {
	const last = view.byteLength - END_RECORD.size;
	for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
		if (view.getUint32(at, true) !== END_RECORD.signature) continue;
		if (at + END_RECORD.size + view.getUint16(at + 20, true) <= view.byteLength) return at;
	}
	return null;
}

function readEntries(view: DataView, list: { from: number; to: number; count: number }): ZipEntry[] {
	const entries: ZipEntry[] = [];
	let at = list.from;
	while (entries.length < list.count) {
		const isEntry = at + DIRECTORY_ENTRY.size <= list.to && view.getUint32(at, true) === DIRECTORY_ENTRY.signature;
		const nameLength = isEntry ? view.getUint16(at + 28, true) : 0;
		const next = at + DIRECTORY_ENTRY.size + nameLength + (isEntry ? lengthAfterName(view, at) : 0);
		if (!isEntry || next > list.to) throw new FileFault("is damaged: the list of its files breaks off");
		const flags = view.getUint16(at + 8, true);
		const packedSize = view.getUint32(at + 20, true);
		const size = view.getUint32(at + 24, true);
		const offset = view.getUint32(at + 42, true);
		const name = new Uint8Array(view.buffer, view.byteOffset + at + DIRECTORY_ENTRY.size, nameLength);
		entries.push({
			name: decodeName(name, (flags & UTF8_FLAG) !== 0),
			offset,
			packedSize,
			size,
			crc: view.getUint32(at + 16, true),
			method: view.getUint16(at + 10, true),
			isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
			isZip64: [packedSize, size, offset].includes(ZIP64_SIZE),
		});
		at = next;
	}
	return entries.sort((one, other) => one.offset - other.offset);
}

function lengthAfterName(view: DataView, at: number): number {
	return view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
}

// Old tools write names in the code page of their machine, which nothing tells.
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
	try {
		return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

/** Files that share their content unpack to a thousand times the zip: https://www.bamsoftware.com/hacks/zipbomb/ */
function refuseOverlaps(entries: readonly ZipEntry[], label: string): void {
	let free = 0;
	for (const { name, offset, packedSize, isZip64 } of entries) {
		if (isZip64) continue;
		if (offset < free)
			throw new ImportRefusedError(`${label} is no sound zip: “${name}” shares its bytes with another file`);
		free = offset + LOCAL_HEADER.size + packedSize;
	}
}
