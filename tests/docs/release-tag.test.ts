import { describe, expect, it } from "vitest";
import { faultOfTag } from "../../scripts/release-tag";

const tagged = (tag: string) => ({ GITHUB_REF_TYPE: "tag", GITHUB_REF_NAME: tag });

describe("a release that a tag asks for", () => {
	it("is made where tag, package and notes name the same version", () => {
		expect(faultOfTag(tagged("v1.2.0"), "1.2.0", "1.2.0 - 2026-11-27")).toBeUndefined();
	});

	it("is refused under the name of another version", () => {
		expect(faultOfTag(tagged("v9.9.9"), "1.2.0", "1.2.0 - 2026-11-27")).toBe(
			"the tag is v9.9.9, and package.json says 1.2.0.",
		);
	});

	it("is refused while its notes are those of no version", () => {
		expect(faultOfTag(tagged("v1.2.0"), "1.2.0", "Unreleased")).toContain("“Unreleased”");
	});
});

it("a release without a tag is a trial, whatever its notes", () => {
	expect(faultOfTag({ GITHUB_REF_TYPE: "branch", GITHUB_REF_NAME: "main" }, "1.2.0", "Unreleased")).toBeUndefined();
	expect(faultOfTag({}, "1.2.0", "Unreleased")).toBeUndefined();
});
