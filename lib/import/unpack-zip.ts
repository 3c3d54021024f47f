import { Inflate } from "fflate";
import { inPieces } from "./byte-stream";
import { crc32 } from "./crc32";
import { ImportRefusedError, type Limits } from "./limits";
import { FileFault } from "./record-reader";
import { LOCAL_HEADER, type ZipEntry } from "./zip-directory";

/** Packed bytes that are inflated at once. Deflate makes at most 1,032 bytes of one, so a bomb yields 16 MB before it is noticed. */
const INFLATE_BYTES = 16_384;

const STORED = 0;
const DEFLATED = 8;

/**
 * The content of a zip's files, one after the other. A file that cannot be unpacked is a
 * `FileFault`, thrown by `unpack`; the next one can still be read. Sizes and check sums
 * are compared with what the zip says: a wrong byte of a medical text is not harmless.
 */
export class ZipContent {
	readonly #source: PieceSource;
	readonly #label: string;
	readonly #limits: Limits;
	#unpacked = 0;

	constructor(pieces: AsyncGenerator<Uint8Array>, { label, limits }: { label: string; limits: Limits }) {
		this.#source = new PieceSource(pieces);
		this.#label = label;
		this.#limits = limits;
	}

	/** Bytes of the zip read so far. */
	get position(): number {
		return this.#source.position;
	}

	/** The unpacked bytes of an entry, in pieces. Entries have to come in order of their places. */
	async *unpack(entry: ZipEntry): AsyncGenerator<Uint8Array> {
		refuseUnreadable(entry);
		await this.#goToContent(entry);
		const inflated = entry.method === STORED ? this.#source.take(entry.packedSize) : this.#inflate(entry.packedSize);
		let size = 0;
		let crc = 0;
		for await (const bytes of inflated) {
			size += bytes.length;
			this.#unpacked += bytes.length;
			this.#refuseBomb(entry);
			if (size > entry.size) break;
			crc = crc32(bytes, crc);
			yield* inPieces(bytes);
		}
		if (size !== entry.size || crc !== entry.crc) {
			throw new FileFault("is damaged in the zip: its check sum does not fit, so what was read from it may be wrong");
		}
	}

	close(): Promise<unknown> {
		return this.#source.close();
	}

	async #goToContent({ offset }: ZipEntry): Promise<void> {
		await this.#source.skipTo(offset);
		const header = await this.#source.read(LOCAL_HEADER.size);
		const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
		if (view.byteLength < LOCAL_HEADER.size || view.getUint32(0, true) !== LOCAL_HEADER.signature) {
			throw new FileFault("is damaged in the zip: its beginning is missing");
		}
		const rest = view.getUint16(LOCAL_HEADER.nameLength, true) + view.getUint16(LOCAL_HEADER.extraLength, true);
		await this.#source.skipTo(offset + LOCAL_HEADER.size + rest);
	}

	async *#inflate(packedSize: number): AsyncGenerator<Uint8Array> {
		const ready: Uint8Array[] = [];
		const inflate = new Inflate((bytes) => ready.push(bytes));
		let left = packedSize;
		for await (const piece of this.#source.take(packedSize)) {
			for (let start = 0; start < piece.length; start += INFLATE_BYTES) {
				const packed = piece.subarray(start, start + INFLATE_BYTES);
				left -= packed.length;
				try {
					inflate.push(packed, left === 0);
				} catch {
					throw new FileFault("is damaged in the zip: it cannot be unpacked");
				}
				yield* ready.splice(0);
			}
		}
	}

	#refuseBomb({ name }: ZipEntry): void {
		const { ratio, ratioFromBytes } = this.#limits;
		if (this.#unpacked > ratioFromBytes && this.#unpacked > ratio * this.#source.position) {
			throw new ImportRefusedError(
				`${this.#label} unpacks to more than ${ratio} times its size (at “${name}”), as no file of texts does`,
			);
		}
	}
}

function refuseUnreadable({ isEncrypted, isZip64, method }: ZipEntry): void {
	if (isEncrypted) throw new FileFault("is encrypted");
	if (isZip64) throw new FileFault("is packed as zip64, which is not read");
	if (method !== STORED && method !== DEFLATED)
		throw new FileFault(`is packed with method ${method}, which is not read`);
}

/** Reads on in a file by counts of bytes. */
class PieceSource {
	/** Place of the next byte in the file. */
	position = 0;
	readonly #pieces: AsyncGenerator<Uint8Array>;
	#rest = new Uint8Array(0) as Uint8Array;

	constructor(pieces: AsyncGenerator<Uint8Array>) {
		this.#pieces = pieces;
	}

	/** The next `count` bytes in pieces; fewer where the file ends. */
	async *take(count: number): AsyncGenerator<Uint8Array> {
		let left = count;
		while (left > 0) {
			if (this.#rest.length === 0) {
				const { done, value } = await this.#pieces.next();
				if (done) return;
				this.#rest = value;
			}
			const piece = this.#rest.subarray(0, left);
			this.#rest = this.#rest.subarray(piece.length);
			this.position += piece.length;
			left -= piece.length;
			yield piece;
		}
	}

	/** The next `count` bytes as one array; for headers. */
	async read(count: number): Promise<Uint8Array> {
		const bytes: number[] = [];
		for await (const piece of this.take(count)) bytes.push(...piece);
		return Uint8Array.from(bytes);
	}

	async skipTo(position: number): Promise<void> {
		for await (const _ of this.take(position - this.position));
	}

	close(): Promise<unknown> {
		return this.#pieces.return(undefined);
	}
}
