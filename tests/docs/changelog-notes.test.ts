import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newestNotes } from "../../scripts/changelog-notes";

describe("the notes of a release", () => {
	it("are the newest section of the changelog, whole", () => {
		const changelog =
			"# Changelog\n\nThe format.\n\n## 1.1.0 - 2026-11-27\n\n### Added\n\n- New.\n\n## 1.0.0 - 2026-01-01\n\n- Old.\n";

		expect(newestNotes(changelog)).toEqual({ heading: "1.1.0 - 2026-11-27", text: "### Added\n\n- New." });
	});

	it.each(["# Changelog\n", "# Changelog\n\n## 1.1.0\n\n## 1.0.0\n\n- Old.\n"])(
		"are missed where the section is: %j",
		(changelog) => {
			expect(() => newestNotes(changelog)).toThrow("CHANGELOG.md: its newest section says nothing.");
		},
	);

	it("are there for the next release", () => {
		expect(newestNotes(readFileSync(join(import.meta.dirname, "../../CHANGELOG.md"), "utf8")).text).toContain("\n- ");
	});
});
