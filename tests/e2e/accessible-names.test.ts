import type { CDPSession, Frame, Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { surfaces } from "./surfaces";
import { browserKind, startBrowser, type TestBrowser } from "./test-browser";
import { serveTestPages } from "./test-pages";

/**
 * What a screen reader has to go by: role, name and state of everything, in order, as the browser tells assistive
 * software. The files beside are to be read, not only compared: a name that says nothing is a fault.
 */

const server = serveTestPages();
let test: TestBrowser;

afterEach(() => test.close());

interface Node {
	ignored: boolean;
	role?: { value: string };
	name?: { value: string };
	properties?: { name: string; value: { value: unknown } }[];
	nodeId: string;
	parentId?: string;
	childIds?: string[];
}

interface FrameSession {
	client: CDPSession;
}

/** Roles that only hold others together, or repeat the text above them. */
const SILENT = new Set(["none", "generic", "InlineTextBox", "RootWebArea", "LineBreak", "ListMarker", "LayoutTable"]);

/** States that a reader is told of. */
const STATES = new Set(["expanded", "pressed", "checked", "disabled", "level"]);

/** Needs a name of its own. */
const NAMED = new Set([
	"button",
	"link",
	"textbox",
	"searchbox",
	"checkbox",
	"radio",
	"combobox",
	"dialog",
	"navigation",
	"spinbutton",
	"DisclosureTriangle",
	"img",
]);

async function namesOf(where: Page | Frame): Promise<string[]> {
	// A frame of another process has a session of its own, which the types do not know.
	const session =
		"createCDPSession" in where ? await where.createCDPSession() : (where as unknown as FrameSession).client;
	const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: Node[] };
	const byId = new Map(nodes.map((node) => [node.nodeId, node]));
	const lines: string[] = [];
	const visit = (node: Node | undefined, depth: number): void => {
		if (!node) return;
		const role = node.role?.value ?? "";
		const isTold = !node.ignored && !SILENT.has(role);
		const states = (node.properties ?? []).flatMap(({ name, value }) =>
			STATES.has(name) && value.value !== false && value.value !== "false" ? `${name} ${value.value}` : [],
		);
		const name = (node.name?.value ?? "").replace(/\s+/g, " ").trim();
		if (isTold && (role !== "StaticText" || name)) {
			lines.push(["  ".repeat(depth) + role, name && `“${steady(name)}”`, ...states].filter(Boolean).join(" "));
		}
		// A control's text is its name already; what is in a table is another thing every day.
		if (isTold && ["button", "link", "heading", "StaticText", "option", "table"].includes(role)) return;
		for (const id of node.childIds ?? []) visit(byId.get(id), isTold ? depth + 1 : depth);
	};
	visit(
		nodes.find(({ parentId }) => parentId === undefined),
		0,
	);
	return lines;
}

/** Headings that are more than one level below the one before them: who goes from heading to heading misses something. */
function skippedLevels(lines: readonly string[]): string[] {
	let last = 0;
	return lines.filter((line) => {
		const level = Number(/^\s*heading .*level (\d)/.exec(line)?.[1] ?? 0);
		if (level === 0) return false;
		const isSkipped = level > last + 1;
		last = level;
		return isSkipped;
	});
}

/** Without what is different on another day or machine. */
function steady(text: string): string {
	return text
		.replace(/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}\b/g, "(day)")
		.replace(/\blocalhost(?::\d+)?/g, "(site)")
		.replace(/\b\d{1,2}:\d{2}\s?[AP]M\b/g, "(time)")
		.replace(/\d[\d.,]* (?:kB|MB)/g, "(size)")
		.replace(/Chrome \d[\d.]*/g, "(browser)")
		.replace(/\b\d[\d,]*\d{2}\b/g, "(number)");
}

// The browsers name the same things in words of their own; one of them is enough to read.
it.runIf(browserKind === "chromium").each(surfaces)("everything on $name has a name", async ({ name, wide, open }) => {
	test = await startBrowser();
	const { surface } = await open(test, server, wide);
	const lines = await namesOf(surface);

	const nameless = lines.filter((line) => NAMED.has(line.trim().split(" ")[0] ?? "") && !line.includes("“"));
	expect(nameless).toEqual([]);
	expect(skippedLevels(lines)).toEqual([]);
	await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`accessible-names/${name}.txt`);
});
