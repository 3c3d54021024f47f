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

/**
 * Reads JSONL from standard input and writes what is answered to each line as a line of JSON, in the same order.
 * Returns the exit code: a line that is not as it should be is named on standard error, and ends the run with 1.
 */
export async function answerJsonLines<T>(
	schema: z.ZodType<T>,
	answer: (line: T) => object | Promise<object>,
): Promise<number> {
	process.stdin.setEncoding("utf8");
	try {
		for await (const line of readJsonLines(process.stdin, schema)) {
			if (!process.stdout.write(`${JSON.stringify(await answer(line))}\n`)) {
				await new Promise((resolve) => process.stdout.once("drain", resolve));
			}
		}
		return 0;
	} catch (error) {
		return exitCodeOf(error);
	}
}

/** Says on standard error which line was wrong, and returns the exit code 1; any other error is a bug and is thrown. */
export function exitCodeOf(error: unknown): number {
	if (!(error instanceof LineInvalidError)) throw error;
	console.error(error.message);
	return 1;
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
