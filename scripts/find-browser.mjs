/**
 * Finds the browsers that the product runs in. Uses nothing newer than Node 20
 * and no package: it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const COMMANDS = {
	chromium: [
		"google-chrome",
		"google-chrome-stable",
		"chromium",
		"chromium-browser",
		"microsoft-edge",
		"brave-browser",
	],
	firefox: ["firefox", "firefox-esr"],
};
const DEBIAN_PACKAGES = { chromium: "chromium", firefox: "firefox-esr" };

const PLACES = {
	darwin: {
		chromium: ["Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser"].map(
			(name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
		),
		firefox: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
	},
	win32: {
		chromium: ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].flatMap(
			inWindowsFolders,
		),
		firefox: ["Mozilla Firefox/firefox.exe"].flatMap(inWindowsFolders),
	},
};

/**
 * Path of a browser on this machine, or undefined. SYMPTOM_LENS_CHROMIUM and
 * SYMPTOM_LENS_FIREFOX name one to use instead.
 * @param {"chromium" | "firefox"} kind
 * @returns {string | undefined}
 */
export function findBrowser(kind) {
	const named = process.env[`SYMPTOM_LENS_${kind.toUpperCase()}`];
	if (named) return named;
	const places = PLACES[process.platform]?.[kind];
	return places ? places.find((path) => existsSync(path)) : COMMANDS[kind].map(pathOf).find(Boolean);
}

/**
 * Finds a browser, or installs one where that is possible without asking anyone:
 * on Debian as root. Elsewhere throws an error with the exact command.
 * @param {"chromium" | "firefox"} kind
 * @returns {string} its path
 */
export function ensureBrowser(kind) {
	const found = findBrowser(kind);
	if (found) return found;
	const packageName = DEBIAN_PACKAGES[kind];
	if (existsSync("/usr/bin/apt-get") && !isUbuntu() && process.getuid?.() === 0) {
		console.log(`No ${kind} found: installing ${packageName} with apt …`);
		const isInstalled =
			run("apt-get", ["update", "-qq"]) &&
			run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", packageName, "fonts-dejavu-core"]);
		const installed = isInstalled && findBrowser(kind);
		if (installed) return installed;
	}
	throw new Error(`No ${kind === "chromium" ? "Chrome, Chromium or Edge" : "Firefox"} found. ${howToInstall(kind)}`);
}

function howToInstall(kind) {
	const packageName = DEBIAN_PACKAGES[kind];
	if (process.platform === "darwin")
		return `Install it with: brew install --cask ${kind === "chromium" ? "chromium" : "firefox"}`;
	if (process.platform === "win32") {
		return `Install it with: winget install ${kind === "chromium" ? "Google.Chrome" : "Mozilla.Firefox"}`;
	}
	if (isUbuntu()) return `Install it with: sudo snap install ${kind}`;
	if (existsSync("/usr/bin/apt-get")) return `Install it with: sudo apt-get install -y ${packageName}`;
	if (existsSync("/usr/bin/dnf")) return `Install it with: sudo dnf install -y ${kind}`;
	return `Install ${kind} with your system's package manager, or set SYMPTOM_LENS_${kind.toUpperCase()} to its path.`;
}

// Its packages of this name only fetch a snap, which a container or a service has no place for.
function isUbuntu() {
	const release = "/etc/os-release";
	return existsSync(release) && /^ID=ubuntu$/m.test(readFileSync(release, "utf8"));
}

function run(command, args) {
	const { status } = spawnSync(command, args, {
		stdio: "inherit",
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
	});
	return status === 0;
}

function pathOf(command) {
	const { status, stdout } = spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" });
	return status === 0 ? stdout.trim() : undefined;
}

function inWindowsFolders(path) {
	return ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((name) => {
		const folder = process.env[name];
		return folder ? [join(folder, path)] : [];
	});
}
