import { useEffect, useState } from "react";
import { type FoundSymptom, groupMentions } from "../../lib/paste/found-symptoms";
import { LONGEST_PASTE, type PastedParagraph, paragraphsOf, readParagraphs } from "../../lib/paste/read-paste";

/** Pause in typing before the text is read, in milliseconds. */
const TYPING_PAUSE_MS = 250;

/** Longest stretch of reading without a rest, in milliseconds: half a frame, so that the page stays free. */
const SLICE_MS = 8;

export type PasteState =
	| { name: "empty" }
	| { name: "reading" }
	| { name: "failed" }
	| { name: "ready"; paragraphs: PastedParagraph[]; symptoms: FoundSymptom[]; isCut: boolean };

/** What symptoms a text names; read anew when it changes, in slices. Nothing of it is kept. */
export function usePaste(text: string): PasteState {
	const [state, setState] = useState<PasteState>({ name: "empty" });
	useEffect(() => {
		if (text.trim() === "") return setState({ name: "empty" });
		let isCurrent = true;
		const timer = setTimeout(() => {
			setState((before) => (before.name === "ready" ? before : { name: "reading" }));
			readInSlices(text.slice(0, LONGEST_PASTE), () => isCurrent).then(
				(paragraphs) => {
					if (!isCurrent) return;
					setState({
						name: "ready",
						paragraphs,
						symptoms: groupMentions(paragraphs),
						isCut: text.length > LONGEST_PASTE,
					});
				},
				// The detector's file is part of the package; after an update of the extension it may be gone.
				() => isCurrent && setState({ name: "failed" }),
			);
		}, TYPING_PAUSE_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [text]);
	return state;
}

async function readInSlices(text: string, isWanted: () => boolean): Promise<PastedParagraph[]> {
	const { pasteDetector, symptomsWithCard } = await import("./paste-detector");
	const read: PastedParagraph[] = [];
	let sliceStart = performance.now();
	for (const paragraph of readParagraphs(paragraphsOf(text), pasteDetector, symptomsWithCard)) {
		read.push(paragraph);
		if (performance.now() - sliceStart < SLICE_MS) continue;
		await new Promise((resolve) => setTimeout(resolve));
		if (!isWanted()) break;
		sliceStart = performance.now();
	}
	return read;
}
