import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export const projectFolder = join(import.meta.dirname, "../..");

/** The text of a file of the project, given by its path in it. */
export function readProjectFile(path: string): string {
	return readFileSync(join(projectFolder, path), "utf8");
}

/** The files of the project that a text of a page links, as paths in the project; `page` is where the text stands. */
export function linkedFiles(page: string, text: string): string[] {
	const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.replace(/#.*$/, ""));
	return targets
		.filter((target) => target !== "" && !/^\w+:/.test(target))
		.map((target) => relative(projectFolder, join(projectFolder, dirname(page), target)).replaceAll("\\", "/"));
}

/** The links of a page that lead to no file of the project. */
export function deadLinks(page: string): string[] {
	return linkedFiles(page, readProjectFile(page)).filter((file) => !existsSync(join(projectFolder, file)));
}
