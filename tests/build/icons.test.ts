import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DARK_TOOLBAR_COLOURS, ICON_COLOURS, toolbarIcons } from "../../scripts/toolbar-icons";
import { pngSize } from "./png-size";
import { projectFolder } from "./source-files";

/** Grounds of toolbars: Chrome's light and dark, Firefox's dark. */
const CHROME_LIGHT = "#f1f3f4";
const CHROME_DARK = "#202124";
const FIREFOX_DARK = "#2b2a33";

/** WCAG 2.2, 1.4.11: for what is needed to know a control. */
const ENOUGH = 3;

/** The contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("the icon", () => {
	it.each(["chrome", "firefox"])("comes with %s in every size that the manifest names", (browser) => {
		const folder = join(projectFolder, ".output", `${browser}-mv3`);
		const { icons } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

		expect(Object.keys(icons)).toEqual(["16", "32", "48", "96", "128"]);
		for (const [size, file] of Object.entries<string>(icons)) {
			expect(pngSize(join(folder, file))).toEqual({ width: Number(size), height: Number(size) });
		}
	});

	it("stands out on a light and on a dark toolbar, and so does what is drawn on it", () => {
		expect(contrast(ICON_COLOURS.tile, CHROME_LIGHT)).toBeGreaterThanOrEqual(ENOUGH);
		expect(contrast(ICON_COLOURS.tile, CHROME_DARK)).toBeGreaterThanOrEqual(ENOUGH);
		expect(contrast(ICON_COLOURS.tile, ICON_COLOURS.mark)).toBeGreaterThanOrEqual(ENOUGH);
	});

	it("has colours of its own for Firefox's dark toolbar, where they stand out more", () => {
		const { tile, mark } = DARK_TOOLBAR_COLOURS;

		expect(contrast(tile, FIREFOX_DARK)).toBeGreaterThan(contrast(ICON_COLOURS.tile, FIREFOX_DARK));
		expect(contrast(tile, FIREFOX_DARK)).toBeGreaterThanOrEqual(ENOUGH);
		expect(contrast(tile, mark)).toBeGreaterThanOrEqual(ENOUGH);
	});

	it("is one drawing: the icon for a dark toolbar differs from it in nothing but the colours", () => {
		const [light, dark] = toolbarIcons().map(({ contents }) => contents);

		expect(dark).not.toBe(light);
		expect(dark?.replaceAll(/#[0-9a-f]{6}/g, "")).toBe(light?.replaceAll(/#[0-9a-f]{6}/g, ""));
		expect(new Set(dark?.match(/#[0-9a-f]{6}/g))).toEqual(new Set(Object.values(DARK_TOOLBAR_COLOURS)));
	});

	it("lies in Firefox's package under the names in its manifest", () => {
		const folder = join(projectFolder, ".output/firefox-mv3");
		const { action } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));

		for (const { light, dark } of action.theme_icons) {
			expect(readFileSync(join(folder, light), "utf8")).toContain(DARK_TOOLBAR_COLOURS.tile);
			expect(readFileSync(join(folder, dark), "utf8")).toContain(ICON_COLOURS.tile);
		}
	});
});
