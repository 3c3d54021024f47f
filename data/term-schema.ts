import * as z from "zod";

/** A term of a symptom, a body part or a complaint; `lib/detection/term-flags.ts` reads its flags. */
export const termSchema = z
	.string()
	.regex(
		/^\??=?[a-z0-9]+(?:[ '-][a-z0-9]+)*$/,
		"must be lower-case words; ? before it where it means other things too, = where only this form is meant",
	);
