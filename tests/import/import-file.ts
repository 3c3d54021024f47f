import type { Answer } from "../../data/schema";
import type { ImportEvent, ImportFault, ImportFile } from "../../lib/import/read-import";
import { type ImportOptions, readImport } from "../../lib/import/read-import";

/** A picked file with this content, which its stream gives in pieces of `pieceSize` bytes. */
export function fileOf(name: string, content: string | Uint8Array, pieceSize = 1_000): ImportFile {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	return {
		name,
		size: bytes.length,
		stream() {
			let at = 0;
			return new ReadableStream({
				pull(controller) {
					if (at >= bytes.length) return controller.close();
					controller.enqueue(bytes.slice(at, at + pieceSize));
					at += pieceSize;
				},
			});
		},
	};
}

/** All that an import yields, sorted by kind. */
export interface Imported {
	answers: Answer[];
	/** "file, place" of each answer. */
	places: string[];
	faults: ImportFault[];
	skipped: number;
	packs: unknown[];
	bytesRead: number[];
	batches: number[];
}

/** Reads everything. */
export async function importAll(files: ImportFile[], options: ImportOptions = {}): Promise<Imported> {
	const all = emptyImport();
	for await (const batch of readImport(files, options)) addBatch(all, batch);
	return all;
}

/** The faults as the reader is told them. */
export function faultTexts({ faults }: Pick<Imported, "faults">): string[] {
	return faults.map(({ file, place, field, reason }) => `${file}${place && `, ${place}`}: ${field} ${reason}`);
}

export function emptyImport(): Imported {
	return { answers: [], places: [], faults: [], skipped: 0, packs: [], bytesRead: [], batches: [] };
}

export function addBatch(all: Imported, batch: ImportEvent[]): void {
	all.batches.push(batch.length);
	for (const event of batch) {
		if (event.kind === "answer") {
			all.answers.push(event.answer);
			all.places.push(`${event.file}, ${event.place}`);
		} else if (event.kind === "fault") all.faults.push(event.fault);
		else if (event.kind === "skipped") all.skipped++;
		else if (event.kind === "pack") all.packs.push(event.pack);
		else all.bytesRead.push(event.bytesRead);
	}
}

/** A plain MedQuAD document; `pairs` are question ids with their answers. */
export function medquad(
	pairs: { qid: string; question?: string; answer: string }[],
	{ source = "Example", url = "https://example.org/a" } = {},
): string {
	const body = pairs.map(
		({ qid, question = `What is ${qid} ?`, answer }, index) =>
			`<QAPair pid="${index + 1}"><Question qid="${qid}" qtype="information">${question}</Question><Answer>${answer}</Answer></QAPair>`,
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<Document id="0000001" source="${source}" url="${url}">
<Focus>Hiccups</Focus>
<FocusAnnotations><UMLS><CUIs><CUI>C0</CUI></CUIs></UMLS>
<Synonyms><Synonym>Singultus</Synonym><Synonym>Hiccups</Synonym></Synonyms></FocusAnnotations>
<QAPairs>${body.join("\n")}</QAPairs></Document>`;
}
