import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const projectFolder = join(import.meta.dirname, "../..");

/** A source file with what it imports. */
export interface SourceFile {
	/** Path from the project's folder, with forward slashes. */
	path: string;
	text: string;
	imports: { from: string; isTypeOnly: boolean; statement: string }[];
}

/** All TypeScript sources below a folder of the project. Declaration files are left out: they import nothing. */
export function sourceFiles(folder: string): SourceFile[] {
	return readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
		.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			const text = readFileSync(file, "utf8");
			return { path: relative(projectFolder, file).replaceAll("\\", "/"), text, imports: importsOf(text) };
		});
}

/** The project path that a relative import names, without its extension; undefined for packages. */
export function resolveImport(file: string, from: string): string | undefined {
	if (!from.startsWith(".")) return undefined;
	return relative(projectFolder, join(projectFolder, file, "..", from)).replaceAll("\\", "/");
}

const IMPORT = /^(import|export)\s+(type\s+)?([^;]*?from\s+)?"([^"]+)"/gm;

/** One that is loaded when it is needed; `typeof import("…")` only names a type. */
const LATER_IMPORT = /(?<!typeof )\bimport\("([^"]+)"\)/g;

function importsOf(text: string) {
	return [
		...[...text.matchAll(IMPORT)].map(([statement, , typeOnly, , from = ""]) => ({
			from,
			isTypeOnly: typeOnly !== undefined,
			statement,
		})),
		...[...text.matchAll(LATER_IMPORT)].map(([statement, from = ""]) => ({ from, isTypeOnly: false, statement })),
	];
}
