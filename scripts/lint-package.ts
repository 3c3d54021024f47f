import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as z from "zod";

/** What the linter may warn of, and why it is no fault here. Any other warning is one. */
const EXPLAINED: Record<string, string> = {
	DANGEROUS_EVAL:
		"Zod asks once whether it may make functions of text. Our content policy forbids that, and Zod goes on without.",
	UNSAFE_VAR_ASSIGNMENT:
		"React can set raw markup where it is asked to. Nothing of ours asks it to (tests/build/imports.test.ts).",
};

const messageSchema = z.object({
	code: z.string(),
	message: z.string(),
	file: z.string().nullish(),
	line: z.number().nullish(),
});
const reportSchema = z.object({ errors: z.array(messageSchema), warnings: z.array(messageSchema) });

/** What Mozilla's linter says of a package. */
export interface LintResult {
	/** Errors, and warnings that nobody has explained. */
	faults: string[];
	/** Each kind of the other warnings: how often it came, and why it is no fault. */
	explained: { code: string; count: number; reason: string }[];
}

/** Lints a package for Firefox, a folder or a zip, as `web-ext lint` does. Throws, with its words, if the linter fails. */
export function lintPackage(path: string): LintResult {
	const linter = join(import.meta.dirname, "../node_modules/addons-linter/bin/addons-linter");
	// It exits with 1 when it has found an error, and says which all the same.
	const { stdout, stderr } = spawnSync(process.execPath, [linter, path, "--output", "json"], {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	const start = stdout.indexOf("{");
	if (start < 0) throw new Error(`The linter said nothing of ${path}: ${stderr}`);
	const { errors, warnings } = reportSchema.parse(JSON.parse(stdout.slice(start)));
	const isExplained = ({ code }: { code: string }) => Object.hasOwn(EXPLAINED, code);
	return {
		faults: [...errors, ...warnings.filter((warning) => !isExplained(warning))].map(
			({ code, message, file, line }) =>
				`${code}: ${message} (${file ?? "the package"}${line ? `, line ${line}` : ""})`,
		),
		explained: Object.entries(EXPLAINED).map(([code, reason]) => ({
			code,
			count: warnings.filter((warning) => warning.code === code).length,
			reason,
		})),
	};
}
