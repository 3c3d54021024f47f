import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectFolder } from "./source-files";

/** What lies over pages has the page's colours around it; it carries its own. */
const OVER_PAGES = "entrypoints/content/";

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|light-dark)\(|:\s*(?:black|white|red|gr[ae]y)\b/gi;

it("colours stand in components/tokens.css and nowhere else", () => {
	const sheets = ["components", "entrypoints"].flatMap((folder) =>
		readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".css"))
			.map((file) => `${folder}/${file}`.replaceAll("\\", "/")),
	);
	const others = sheets.filter((file) => file !== "components/tokens.css" && !file.startsWith(OVER_PAGES));

	expect(others.length).toBeGreaterThan(5);
	expect(
		others.flatMap((file) =>
			(readFileSync(join(projectFolder, file), "utf8").match(COLOUR) ?? []).map((found) => `${file}: ${found}`),
		),
	).toEqual([]);
});
