import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { bundledLibraries } from "../../scripts/bundled-libraries";
import { projectFolder } from "./source-files";

/** More is more people to trust: `docs/threat-model.md`, T25. */
const MOST_RUNTIME_DEPENDENCIES = 14;

/** What may be part of a product that is itself given away under the MIT licence. */
const LICENCES_IN_PRODUCT = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD"];

const readProject = (file: string) => readFileSync(join(projectFolder, file), "utf8");
const project = z
	.object({
		dependencies: z.record(z.string(), z.string()),
		devDependencies: z.record(z.string(), z.string()),
		allowScripts: z.record(z.string(), z.boolean()),
	})
	.parse(JSON.parse(readProject("package.json")));
const installed = Object.entries(
	z
		.object({
			packages: z.record(
				z.string(),
				z.object({
					version: z.string().optional(),
					resolved: z.string().optional(),
					integrity: z.string().optional(),
					hasInstallScript: z.boolean().default(false),
				}),
			),
		})
		.parse(JSON.parse(readProject("package-lock.json"))).packages,
).flatMap(([path, one]) => (path === "" ? [] : { name: path.replace(/^.*node_modules\//, ""), ...one }));

describe("what we depend on", () => {
	it("is at most fourteen libraries in the product", () => {
		expect(Object.keys(project.dependencies).length).toBeLessThanOrEqual(MOST_RUNTIME_DEPENDENCIES);
	});

	it("is named with its exact version", () => {
		const all = Object.entries({ ...project.dependencies, ...project.devDependencies });

		expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
	});

	it("is installed only if its bytes are those of the lock file, and only from the registry", () => {
		expect(installed.length).toBeGreaterThan(100);
		expect(installed.filter(({ integrity }) => !integrity?.startsWith("sha512-"))).toEqual([]);
		expect(installed.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
		expect(readProject(".npmrc")).toMatch(/^allow-git=none$/m);
	});

	it("runs no script as it is installed, unless allowed by name; any other stops the installation", () => {
		const withScript = installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);

		expect(withScript).toEqual(Object.keys(project.allowScripts));
		expect(readProject(".npmrc")).toMatch(/^strict-allow-scripts=true$/m);
	});

	it("may be part of what we give away", () => {
		const others = bundledLibraries(projectFolder).filter(({ licence }) => !LICENCES_IN_PRODUCT.includes(licence));

		expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
	});
});

it("the bill of materials names every package with its version, licence and hash", () => {
	const { components } = z
		.object({
			components: z.array(
				z.object({
					name: z.string(),
					version: z.string(),
					licenses: z.array(z.unknown()).min(1),
					hashes: z.array(z.object({ alg: z.literal("SHA-512"), content: z.string() })).min(1),
				}),
			),
		})
		.parse(JSON.parse(execFileSync("npm", ["run", "--silent", "sbom"], { cwd: projectFolder, encoding: "utf8" })));
	const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));

	expect(installed.filter(({ name, version }) => !listed.has(`${name}@${version}`))).toEqual([]);
});
