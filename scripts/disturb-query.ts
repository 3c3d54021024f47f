/** Shortest word that is misspelled, in letters. */
const SHORTEST_MISSPELLED = 5;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** The same text with one random mistake in every word of five letters or more; the same text always gets the same mistakes. */
export function misspelled(text: string, seed = 1): string {
	const random = randomOf(text, seed);
	const upTo = (limit: number) => Math.floor(random() * limit);
	return text.replace(/\p{L}+/gu, (word) => {
		if (word.length < SHORTEST_MISSPELLED) return word;
		const at = upTo(word.length);
		const letter = LETTERS[upTo(LETTERS.length)] ?? "e";
		const before = word.slice(0, at);
		const after = word.slice(at + 1);
		const swapAt = Math.min(at, word.length - 2);
		return (
			[
				before + after,
				before + letter + word.slice(at),
				before + letter + after,
				word.slice(0, swapAt) + word[swapAt + 1] + word[swapAt] + word.slice(swapAt + 2),
			][upTo(4)] ?? word
		);
	});
}

/** The same things in an order that says nothing of the one given. */
export function shuffled(ids: readonly string[]): string[] {
	return ids.toSorted((one, other) => hashOf(one) - hashOf(other));
}

function randomOf(text: string, seed: number): () => number {
	let state = (hashOf(text) + seed) % 2_147_483_647 || 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

function hashOf(text: string): number {
	let hash = 7;
	for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
	return hash;
}
