/** `npm start`: installs what is missing, builds, and opens a browser with the extension on the practice page. */
import { ensureInstalled, runNpm } from "./ensure-installed.mjs";
import { ensureBrowser, findBrowser } from "./find-browser.mjs";

try {
	ensureInstalled();
	// Any browser will do; with none at hand Chromium is installed, or the way to get it is told.
	const kind = !findBrowser("chromium") && findBrowser("firefox") ? "firefox" : "chromium";
	const path = ensureBrowser(kind);
	if (runNpm(["run", "--silent", kind === "firefox" ? "build:firefox" : "build:chromium"]) !== 0) {
		throw new Error("The extension could not be built; the reason stands above.");
	}
	process.exitCode = runNpm(["run", "--silent", "open"], { BROWSER_KIND: kind, BROWSER_PATH: path });
} catch (error) {
	console.error(`\n${error.message}`);
	process.exitCode = 1;
}
