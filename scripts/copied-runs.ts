/** Where words of ours stand in a text of somebody else. */
export interface CopiedRun {
	/** Where it stands with us. */
	ours: string;
	/** Where it stands in the other text. */
	theirs: string;
	words: string;
}

/** So many words in a row are no coincidence. */
const RUN_LENGTH = 9;

/**
 * Runs of nine words that our texts share with others, for each place of ours once, in the order of the others.
 * Case and punctuation do not count. Linear in the length of all texts.
 */
export function copiedRuns(ours: Iterable<NamedText>, others: Iterable<NamedText>): CopiedRun[] {
	const placesOf = new Map<string, Set<string>>();
	for (const { name, text } of ours) {
		for (const run of runsOf(text)) placesOf.set(run, (placesOf.get(run) ?? new Set()).add(name));
	}
	const copied: CopiedRun[] = [];
	for (const { name, text } of others) {
		for (const run of runsOf(text)) {
			for (const place of placesOf.get(run) ?? []) copied.push({ ours: place, theirs: name, words: run });
			placesOf.delete(run);
		}
	}
	return copied;
}

/** A text and where it stands. */
export interface NamedText {
	name: string;
	text: string;
}

function* runsOf(text: string): Generator<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [];
	for (let at = 0; at + RUN_LENGTH <= words.length; at++) yield words.slice(at, at + RUN_LENGTH).join(" ");
}
