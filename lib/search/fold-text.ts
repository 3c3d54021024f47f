/**
 * Folds case, apostrophes and hyphens so that a reader's spelling meets ours.
 * The result always has the same length as the input: an offset in one is an
 * offset in the other.
 */
export function foldText(text: string): string {
	const lower = text.toLowerCase();
	return (lower.length === text.length ? lower : foldEachCharacter(text)).replace(
		/[\u2019\u2018\u02bc\uff07\u2010\u2011\u00a0]/g,
		(character) => SAME_LENGTH_FOLDS[character] ?? character,
	);
}

const SAME_LENGTH_FOLDS: Record<string, string> = {
	"\u2019": "'",
	"\u2018": "'",
	"\u02bc": "'",
	"\uff07": "'",
	"\u2010": "-",
	"\u2011": "-",
	"\u00a0": " ",
};

// U+0130 (capital I with dot) becomes two characters in lower case and would
// shift every offset after it, so it is left as it stands.
function foldEachCharacter(text: string): string {
	let folded = "";
	for (const character of text) {
		const lower = character.toLowerCase();
		folded += lower.length === character.length ? lower : character;
	}
	return folded;
}
