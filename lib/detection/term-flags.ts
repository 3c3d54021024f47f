/** What is written before a term: `?` where it means other things too, `=` where only this form is meant. */
const FLAGS = /^\??=?/;

/** The flags of a term, or nothing. */
export function flagsOf(term: string): string {
	return FLAGS.exec(term)?.[0] ?? "";
}

/** A term without its flags. */
export function spellingOf(term: string): string {
	return term.replace(FLAGS, "");
}
