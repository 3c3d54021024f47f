import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { type MeasuredPart, PLOT_FOLDER, performanceReport } from "../../scripts/performance-report";
import { packageSizes } from "../build/package-sizes";
import { servePages } from "../e2e/serve-pages";
import { prepareFolder } from "./bench-folder";
import { Findings } from "./findings";
import { PARTS, type Setting } from "./parts";
import { describeCommit, describeMachine, describeVersions } from "./this-machine";

const root = join(import.meta.dirname, "../..");
const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
// Behind "pages" stand parts of names of pages.
const names = words[0] === "pages" ? ["pages"] : words;
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
	throw new Error(`There is no part ${unknown.join(", ")}. The parts are ${Object.keys(PARTS).join(", ")}.`);
}

const folder = prepareFolder();
const server = await servePages(folder.pages);
const load = () => loadavg()[0] ?? Number.NaN;
try {
	console.log(`${cpus().length} CPUs, ${cpus()[0]?.model}, load ${load().toFixed(1)}`);
	const setting = { folder, origin: server.origin, wantedPages: words.slice(1) };
	if (names.length === 0) await reportAll({ ...setting, wantedPages: [], isQuick: !flags.includes("--full") });
	for (const name of names) {
		await PARTS[name]?.run({ ...setting, isQuick: flags.includes("--quick") }, new Findings());
	}
	console.log(`\nLoad at the end ${load().toFixed(1)}`);
} finally {
	await server.close();
	folder.remove();
}

/** Runs every part and writes the report. A part that fails is told of in it, and makes the command fail. */
async function reportAll(setting: Setting): Promise<void> {
	// First, because it throws where a package is not built.
	const sizes = { chromium: sizesFor("chrome"), firefox: sizesFor("firefox") };
	const versions = await describeVersions();
	const [started, loadAtStart] = [Date.now(), load()];
	const parts: MeasuredPart[] = [];
	for (const { title, about, run } of Object.values(PARTS)) {
		console.log(`\n── ${title}, after ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
		const findings = new Findings();
		const failure = await run(setting, findings).then(() => undefined, firstLine);
		if (failure !== undefined) process.exitCode = 1;
		parts.push({ title, about, ...findings, ...(failure !== undefined && { failure }) });
	}
	const { markdown, plots } = performanceReport({
		date: new Date().toISOString().slice(0, 10),
		commit: describeCommit(),
		minutes: (Date.now() - started) / 60_000,
		isFull: !setting.isQuick,
		machine: describeMachine(),
		load: { start: loadAtStart, end: load() },
		versions,
		sizes,
		parts,
	});
	const docs = join(root, "docs");
	rmSync(join(docs, PLOT_FOLDER), { recursive: true, force: true });
	mkdirSync(join(docs, PLOT_FOLDER));
	for (const [file, svg] of plots) writeFileSync(join(docs, PLOT_FOLDER, file), svg);
	writeFileSync(join(docs, "performance.md"), markdown);
	console.log("\nThe report lies in docs/performance.md.");
}

function sizesFor(browser: string) {
	try {
		return packageSizes(join(root, ".output", `${browser}-mv3`));
	} catch (error) {
		throw new Error("The report wants both packages. Build them with: npm run build", { cause: error });
	}
}

/** The first line of its message, without where this machine keeps the project. */
function firstLine(error: unknown): string {
	console.error(error);
	const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
	return line.replaceAll(root, ".");
}
