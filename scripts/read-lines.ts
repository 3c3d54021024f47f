import * as z from "zod";

/** A line that is not what it should be; the message names line, field and reason. */
export class LineInvalidError extends Error {
	override readonly name = "LineInvalidError";
}

/** The lines of a JSONL stream, checked one by one; `name` stands before the line number in messages. */
export async function* readJsonLines<T>(
	stream: AsyncIterable<string>,
	schema: z.ZodType<T>,
	name = "",
): AsyncGenerator<T> {
	let number = 0;
	for await (const line of linesOf(stream)) {
		number++;
		const place = `${name}line ${number}`;
		let json: unknown;
		try {
			json = JSON.parse(line);
		} catch (error) {
			throw new LineInvalidError(`${place}: (whole line): is not JSON: ${(error as Error).message}`);
		}
		const parsed = schema.safeParse(json);
		if (!parsed.success) {
			const problems = parsed.error.issues.map(
				({ path, message }) => `${place}: ${z.core.toDotPath(path) || "(whole line)"}: ${message}`,
			);
			throw new LineInvalidError(problems.join("\n"));
		}
		yield parsed.data;
	}
}

// Node's own line reader also splits at U+2028 and U+2029, which may stand inside a JSON string.
async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string> {
	let rest = "";
	for await (const chunk of stream) {
		const lines = `${rest}${chunk}`.split("\n");
		rest = lines.pop() ?? "";
		yield* lines.map(withoutByteOrderMark);
	}
	if (rest !== "") yield withoutByteOrderMark(rest);
}

function withoutByteOrderMark(line: string): string {
	return line.startsWith("\ufeff") ? line.slice(1) : line;
}
