import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** A library that is part of the product, with the text of its licence; null where its package has none. */
export interface BundledLibrary {
	name: string;
	version: string;
	licence: string;
	text: string | null;
}

const packageSchema = z.object({
	name: z.string(),
	version: z.string(),
	license: z.string(),
	dependencies: z.record(z.string(), z.string()).default({}),
});

/** The build tool's own packages whose code ends up in the product, without what they need for building. */
const BUILD_TOOLS_IN_PRODUCT = ["wxt", "@wxt-dev/browser", "@wxt-dev/i18n"];

/**
 * The libraries that are part of the product, by name: its dependencies, and theirs, as they are installed. Throws an
 * error that names the package where one has no licence.
 */
export function bundledLibraries(projectFolder: string): BundledLibrary[] {
	const { dependencies } = z
		.object({ dependencies: z.record(z.string(), z.string()) })
		.parse(JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")));
	const found = new Map<string, BundledLibrary>();
	const add = (name: string, inside: string, isAlone = false) => {
		const folder = folderOf(name, inside, projectFolder);
		const library = packageSchema.safeParse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
		if (!library.success) throw new Error(`${name}: package.json: ${z.prettifyError(library.error)}`);
		const { version, license: licence, dependencies: inner } = library.data;
		const key = `${name}@${version}`;
		if (found.has(key)) return;
		found.set(key, { name, version, licence, text: licenceText(folder) });
		if (!isAlone) for (const other of Object.keys(inner)) add(other, folder);
	};
	for (const name of Object.keys(dependencies)) add(name, projectFolder);
	for (const name of BUILD_TOOLS_IN_PRODUCT) add(name, projectFolder, true);
	return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}

// As Node looks for it: beside the package that needs it first.
function folderOf(name: string, inside: string, projectFolder: string): string {
	const nested = join(inside, "node_modules", name);
	return existsSync(join(nested, "package.json")) ? nested : join(projectFolder, "node_modules", name);
}

function licenceText(folder: string): string | null {
	const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(name));
	return file === undefined ? null : readFileSync(join(folder, file), "utf8").trim();
}
