import type { ImportFile } from "./import-events";
import { FileFault } from "./record-reader";

/**
 * Most bytes that are handled at once. A stream may give a megabyte; in smaller pieces
 * the events of one piece stay few, and a stop is heard soon.
 */
const PIECE_BYTES = 65_536;

/** The bytes of a file in pieces of at most 64 KB. Throws a `FileFault` where it cannot be read, the signal's reason where it stops. */
export async function* piecesOf(file: ImportFile, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
	const reader = openStream(file);
	// A drive that hangs answers no read, but a cancelled stream ends it.
	const cancel = () => void reader.cancel().catch(() => {});
	signal?.addEventListener("abort", cancel);
	try {
		while (true) {
			signal?.throwIfAborted();
			const { done, value } = await reader.read().catch(refuseFile);
			signal?.throwIfAborted();
			if (done) return;
			yield* inPieces(value);
		}
	} finally {
		signal?.removeEventListener("abort", cancel);
		// A stream that failed cannot be cancelled, and need not be.
		await reader.cancel().catch(() => {});
	}
}

/** The same bytes in pieces of at most 64 KB. */
export function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES);
}

/** Reads ahead: the first `size` bytes, or all there are, and then everything from the beginning. */
export async function peek(
	pieces: AsyncGenerator<Uint8Array>,
	size: number,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
	const read: Uint8Array[] = [];
	let total = 0;
	while (total < size) {
		const { done, value } = await pieces.next();
		if (done) break;
		read.push(value);
		total += value.length;
	}
	const head = concatenate(read, total);
	return { head, all: andThen(head, pieces) };
}

async function* andThen(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
	try {
		yield* inPieces(head);
		yield* rest;
	} finally {
		await rest.return(undefined);
	}
}

/** One array of all bytes. */
export function concatenate(pieces: readonly Uint8Array[], total: number): Uint8Array {
	if (pieces.length === 1 && pieces[0]) return pieces[0];
	const joined = new Uint8Array(total);
	let at = 0;
	for (const piece of pieces) {
		joined.set(piece, at);
		at += piece.length;
	}
	return joined;
}

function openStream(file: ImportFile): ReadableStreamDefaultReader<Uint8Array> {
	try {
		return file.stream().getReader();
	} catch (error) {
		return refuseFile(error);
	}
}

// Moved, deleted or changed since it was picked, or on a drive that is gone.
function refuseFile(error: unknown): never {
	throw new FileFault(`could not be read (${error instanceof Error ? error.message : String(error)})`);
}
