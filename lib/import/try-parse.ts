import * as z from "zod";

type Outcome<T> = { success: true; data: T } | { success: false; error: z.core.$ZodError };

/**
 * As `schema.safeParse`, also for what exhausts the stack: a list of some hundred thousand mistakes, each of which Zod passes
 * on as an argument, or lists inside lists without end. Such a value is refused with a single mistake.
 */
export function tryParse<T>(schema: { safeParse: (value: unknown) => Outcome<T> }, value: unknown): Outcome<T> {
	try {
		return schema.safeParse(value);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		const message = "has too many mistakes to list, or too many lists inside lists";
		return { success: false, error: new z.core.$ZodError([{ code: "custom", path: [], message, input: value }]) };
	}
}
