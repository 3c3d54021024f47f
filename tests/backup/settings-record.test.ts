import { describe, expect, it } from "vitest";
import { keptSettings } from "../../lib/backup/settings-record";
import { DEFAULT_SETTINGS } from "../../lib/settings";

describe("the settings of a backup", () => {
	it("are all but what belongs to this device alone", () => {
		const hiddenWords = { known: ["cough"], leftOut: ["neurology"] };
		const own = { salt: "ab", offSiteHashes: ["cd"], pausedUntil: 5 };
		const kept = keptSettings({ ...DEFAULT_SETTINGS, ...own, hiddenSymptoms: ["cough", "tremor"], hiddenWords });

		const { salt: _, offSiteHashes: __, pausedUntil: ___, hiddenSymptoms: ____, ...expected } = DEFAULT_SETTINGS;
		expect(kept).toEqual({ ...expected, hiddenWords });
	});

	it("of a file that holds only the hidden symptoms show them as known words, which the reader can take back", () => {
		expect(keptSettings({ hiddenSymptoms: ["cough"] })).toEqual({ hiddenWords: { known: ["cough"], leftOut: [] } });
	});

	it("that are not understood are left out one by one", () => {
		expect(keptSettings({ pages: "none", dwellMs: 500, isOn: "yes", constructor: 1, weather: true })).toEqual({
			dwellMs: 500,
		});
	});
});
