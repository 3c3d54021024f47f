/** The text around a term, and where in that it stands. */
interface PlacedText {
	text: string;
	start: number;
}

/**
 * Tells, for terms in the order of the page, which of them stand in a post that was read already: a post is asked of
 * the page once, not for each of its terms. Places are taken one after the other, so that the same words in the next
 * person's post are not taken for those of this one.
 */
export class PostReader {
	#paragraphs: string[] = [];
	#at = 0;
	#start = -1;

	/** Takes the paragraphs of the post that a term stands in. */
	read(post: string[], term: PlacedText): void {
		this.#paragraphs = post;
		this.#at = 0;
		this.#start = -1;
		this.hasRead(term);
	}

	/** True if the next term stands in the post that was read last, behind those that were asked for before. */
	hasRead({ text, start }: PlacedText): boolean {
		for (let at = this.#at; at < this.#paragraphs.length; at++) {
			const offset = this.#paragraphs[at]?.indexOf(text) ?? -1;
			if (offset < 0 || (at === this.#at && offset + start <= this.#start)) continue;
			this.#at = at;
			this.#start = offset + start;
			return true;
		}
		return false;
	}
}
