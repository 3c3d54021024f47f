import { describe, expect, it } from "vitest";
import { keptSettings } from "../../lib/backup/settings-record";
import { DEFAULT_SETTINGS } from "../../lib/settings";

describe("the settings of a backup", () => {
	it("are all but what belongs to this device alone", () => {
		const kept = keptSettings({ ...DEFAULT_SETTINGS, salt: "ab", offSiteHashes: ["cd"], pausedUntil: 5 });

		const { salt: _, offSiteHashes: __, pausedUntil: ___, ...expected } = DEFAULT_SETTINGS;
		expect(kept).toEqual(expected);
	});

	it("that are not understood are left out one by one", () => {
		expect(keptSettings({ pages: "none", dwellMs: 500, isOn: "yes", constructor: 1, weather: true })).toEqual({
			dwellMs: 500,
		});
	});
});
