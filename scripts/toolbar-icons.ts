/** Makes the two icons of Firefox's toolbar out of the one drawing in `assets/icon.svg`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The colours of the drawing: the tile, and what is drawn on it. */
export const ICON_COLOURS = { tile: "#137c7c", mark: "#f4fbfa" };

/** The same for a dark toolbar, on which a light tile is seen best: the accent of `components/tokens.css`. */
export const DARK_TOOLBAR_COLOURS = { tile: "#7fd6d2", mark: "#0c2627" };

/** Firefox asks for the sizes of a usual and of a dense screen; a drawing has every size. */
const SIZES = [16, 32];

const FILES = { lightToolbar: "icons/light-toolbar.svg", darkToolbar: "icons/dark-toolbar.svg" };

/**
 * `action.theme_icons` for the manifest. Firefox calls them by the colour of the toolbar's text: `light` is the one for
 * light text, so for a dark toolbar.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/action#theme_icons
 */
export const themeIcons = SIZES.map((size) => ({ light: FILES.darkToolbar, dark: FILES.lightToolbar, size }));

/** The two drawings, as files of the package. Throws if the drawing has other colours than are named here. */
export function toolbarIcons(): { relativeDest: string; contents: string }[] {
	const drawing = readFileSync(join(import.meta.dirname, "../assets/icon.svg"), "utf8");
	return [
		{ relativeDest: FILES.lightToolbar, contents: drawing },
		{ relativeDest: FILES.darkToolbar, contents: recoloured(drawing) },
	];
}

function recoloured(drawing: string): string {
	const byOld = new Map([
		[ICON_COLOURS.tile, DARK_TOOLBAR_COLOURS.tile],
		[ICON_COLOURS.mark, DARK_TOOLBAR_COLOURS.mark],
	]);
	return drawing.replace(/#[0-9a-f]{3,8}\b/gi, (colour) => {
		const replacement = byOld.get(colour);
		if (!replacement) throw new Error(`assets/icon.svg: ${colour} has no counterpart for a dark toolbar`);
		return replacement;
	});
}
