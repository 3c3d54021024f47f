import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export const projectFolder = join(import.meta.dirname, "../..");

/** The text of a file of the project, given by its path in it. */
export function readProjectFile(path: string): string {
	return readFileSync(join(projectFolder, path), "utf8");
}

/** The files of the project that a text of a page links, as paths in the project; `page` is where the text stands. */
export function linkedFiles(page: string, text: string): string[] {
	return linksIn(page, text).map(({ file }) => file);
}

/** The links of a page that lead to no file of the project, or to no heading of it. */
export function deadLinks(page: string): string[] {
	return linksIn(page, readProjectFile(page))
		.filter(({ file, heading }) => !existsSync(join(projectFolder, file)) || (heading && !hasHeading(file, heading)))
		.map(({ file, heading }) => (heading ? `${file}#${heading}` : file));
}

function linksIn(page: string, text: string): { file: string; heading: string | undefined }[] {
	const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
	return targets
		.filter((target) => !/^\w+:/.test(target))
		.map((target) => {
			const [path = "", heading] = target.split("#");
			const file = path === "" ? page : relative(projectFolder, join(projectFolder, dirname(page), path));
			return { file: file.replaceAll("\\", "/"), heading };
		});
}

/** Headings become anchors as GitHub makes them: lower case, no marks, hyphens for spaces. */
function hasHeading(file: string, anchor: string): boolean {
	const headings = [...readProjectFile(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
	return headings.some(
		(heading) =>
			heading
				.toLowerCase()
				.replace(/[^\p{L}\p{N} _-]/gu, "")
				.replaceAll(" ", "-") === anchor,
	);
}
