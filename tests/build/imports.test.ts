import { describe, expect, it } from "vitest";
import { resolveImport, type SourceFile, sourceFiles } from "./source-files";

/** What each room may import. Types may come from anywhere: they leave no trace in the product. */
const RULES: { room: string; mayImport: RegExp; because: string }[] = [
	{
		room: "data",
		mayImport: /^(?:data\/|zod$|node:)/,
		because: "content depends on nothing, so that it can be edited and checked alone",
	},
	{
		room: "lib/detection",
		mayImport: /^lib\/detection\//,
		because: "detection is pure: it knows no DOM, no browser and no storage",
	},
	{
		room: "lib/search",
		mayImport: /^(?:lib\/(?:search|detection)\/|fuse\.js(?:\/basic)?$|stemmer$)/,
		because: "search is pure: the storage it reads is passed in",
	},
	{
		room: "lib/terms",
		mayImport: /^lib\/(?:terms|detection)\//,
		because: "grouping the terms of a page is pure: who asks the page for them is none of its business",
	},
	{
		room: "lib/browse",
		mayImport: /^(?:lib\/(?:browse|search)\/|lib\/backup\/saved-tags$|fuse\.js\/basic$)/,
		because: "filters and sorts are pure: the columns they read are passed in",
	},
	{
		room: "lib/backup",
		mayImport: /^(?:lib\/(?:backup|import)\/|data\/schema$|zod$)/,
		because: "merging and writing files is pure: it knows neither storage nor browser",
	},
	{
		room: "lib/page",
		mayImport: /^(?:lib\/(?:page|detection)\/|lib\/messaging\/card-channel$|wxt\/browser$)/,
		because: "it lives in every page the reader opens, so it carries no framework and no content",
	},
	{
		room: "lib/storage",
		mayImport: /^(?:lib\/(?:storage|search|browse|backup)\/|data\/schema$|dexie$|zod(?:\/mini)?$|wxt\/browser$)/,
		because: "storage knows rows, not messages or views",
	},
	{
		room: "lib/import",
		mayImport: /^(?:lib\/import\/|data\/schema$|zod$|fflate$|papaparse$|saxes$|@streamparser\/json$)/,
		because: "readers turn files into records; who stores them is none of their business",
	},
	{
		room: "lib/capture",
		mayImport: /^(?:lib\/capture\/|lib\/page\/text-blocks$|data\/schema$|zod$)/,
		because: "it reads a document that runs nothing; it knows no browser and no storage",
	},
	{
		room: "lib/paste",
		mayImport: /^lib\/(?:paste|detection)\//,
		because: "a text is read without knowing where it is drawn",
	},
	{
		room: "lib/pack-import",
		mayImport: /^lib\/(?:pack-import|import|search|storage)\//,
		because: "it joins readers and storage, in a worker; it knows no page",
	},
	{
		room: "lib/messaging",
		mayImport:
			/^(?:lib\/(?:messaging|search|browse|backup|storage)\/|lib\/detection\/assertion$|data\/schema$|zod(?:\/mini)?$|wxt\/browser$|@webext-core\/messaging$)/,
		because: "messages connect pages and background; they draw nothing",
	},
	{
		room: "components",
		mayImport: /^(?:components\/|react$|lucide-react$|virtua$|#i18n$)/,
		because: "components are looks: props in, callbacks out",
	},
];

const all = ["data", "lib", "components", "entrypoints"].flatMap(sourceFiles);

const forbiddenIn = (file: SourceFile, mayImport: RegExp) =>
	file.imports
		.filter(({ isTypeOnly }) => !isTypeOnly)
		.map(({ from }) => resolveImport(file.path, from) ?? from)
		.filter((target) => !mayImport.test(target));

describe("imports", () => {
	it.each(RULES)("of $room stay inside their room: $because", ({ room, mayImport }) => {
		const files = all.filter(({ path }) => path.startsWith(`${room}/`));

		expect(files.length).toBeGreaterThan(0);
		expect(
			files.flatMap((file) => forbiddenIn(file, mayImport).map((target) => `${file.path} imports ${target}`)),
		).toEqual([]);
	});

	it("never reach into entrypoints from outside: entry points only wire", () => {
		const intruders = all.filter(
			({ path, imports }) =>
				!path.startsWith("entrypoints/") &&
				imports.some(({ from }) => resolveImport(path, from)?.startsWith("entrypoints/")),
		);

		expect(intruders.map(({ path }) => path)).toEqual([]);
	});

	it("take Dexie in lib/storage only: one place owns the database", () => {
		const users = all.filter(({ imports }) => imports.some(({ from }) => from.startsWith("dexie")));

		expect(users.filter(({ path }) => !path.startsWith("lib/storage/")).map(({ path }) => path)).toEqual([]);
	});

	it("take zod as a namespace: a named import brings all its languages along (443 kB instead of 88)", () => {
		const named = all.filter(({ imports }) =>
			imports.some(({ from, statement }) => from.startsWith("zod") && !/import (?:type )?\* as z/.test(statement)),
		);

		expect(named.map(({ path }) => path)).toEqual([]);
	});

	it("keep frameworks, content and storage out of the content script", () => {
		const byPath = new Map(all.map((file) => [file.path.replace(/\.tsx?$/, ""), file]));
		const reached = new Set<string>();
		const packages = new Set<string>();
		const follow = (path: string) => {
			if (reached.has(path)) return;
			reached.add(path);
			for (const { from, isTypeOnly } of byPath.get(path)?.imports ?? []) {
				const target = resolveImport(byPath.get(path)?.path ?? "", from);
				if (isTypeOnly) continue;
				if (target) follow(target);
				else packages.add(from);
			}
		};

		follow("entrypoints/content/index");

		expect(reached.size).toBeGreaterThan(10);
		expect([...packages].sort()).toEqual(["virtual:lexicon", "wxt/browser", "wxt/utils/define-content-script"]);
	});
});

describe("sources", () => {
	it("reach no network and run no text as code", () => {
		const forbidden =
			/\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|eval|innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML)\b|new Function\b/;

		expect(all.filter(({ text }) => forbidden.test(text)).map(({ path }) => path)).toEqual([]);
	});

	it("fetch two things, both inside the package: its answers and its symptoms", () => {
		const fetching = all.filter(({ text }) => /\bfetch\(/.test(text)).map(({ path }) => path);

		expect(fetching).toEqual(["data/symptoms.ts", "entrypoints/background.ts"]);
	});
});
