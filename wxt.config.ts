import { join } from "node:path";
import { defineConfig } from "wxt";
import { bundledPack, contentPlugin, symptomTexts } from "./scripts/content-plugin";
import { themeIcons, toolbarIcons } from "./scripts/toolbar-icons";

export default defineConfig({
	imports: false,
	modules: ["@wxt-dev/module-react", "@wxt-dev/i18n/module", "@wxt-dev/auto-icons"],
	manifestVersion: 3,
	// Beside the usual sizes one for the stores.
	autoIcons: { baseIconPath: "assets/icon.svg", developmentIndicator: false, sizes: [96] },
	vite: () => ({
		plugins: [contentPlugin()],
		resolve: {
			alias: {
				// WXT's own context announces the extension's id to the page.
				// https://github.com/wxt-dev/wxt/blob/main/packages/wxt/src/utils/content-script-context.ts
				"wxt/utils/content-script-context": join(import.meta.dirname, "lib/page/content-script-context.ts"),
			},
		},
		worker: { format: "es", plugins: () => [contentPlugin()] },
		build: { modulePreload: false },
	}),
	zip: {
		// What a build reads. `tests/build/reproducible.test.ts` builds from it alone.
		includeSources: [
			".npmrc",
			"*.{json,md,ts}",
			"LICENSE",
			"{assets,components,data,entrypoints,lib,locales,scripts}/**",
		],
	},
	manifest: ({ browser }) => ({
		default_locale: "en",
		name: "__MSG_extName__",
		description: "__MSG_extDescription__",
		// Each is explained in docs/decisions/0003-permissions.md.
		permissions: ["storage", "unlimitedStorage", "activeTab", "contextMenus"],
		// Chromium suggests four keys at most. Which, and why these: docs/decisions/0014-side-panel-and-keys.md.
		commands: {
			"next-term": {
				description: "__MSG_commands_nextTerm__",
				suggested_key: { default: "Alt+Shift+Period" },
			},
			"previous-term": {
				description: "__MSG_commands_previousTerm__",
				suggested_key: { default: "Alt+Shift+Comma" },
			},
			card: { description: "__MSG_commands_card__", suggested_key: { default: "Alt+Shift+Y" } },
			panel: { description: "__MSG_commands_panel__", suggested_key: { default: "Alt+Shift+J" } },
			site: { description: "__MSG_commands_site__" },
		},
		// The oldest versions that have all we use: docs/decisions/0015-browser-versions.md.
		minimum_chrome_version: "130",
		incognito: "spanning",
		content_security_policy: {
			extension_pages:
				"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
		},
		web_accessible_resources: [
			browser === "firefox"
				? { resources: ["card.html"], matches: ["http://*/*", "https://*/*"] }
				: { resources: ["card.html"], matches: ["<all_urls>"], use_dynamic_url: true },
		],
		...(browser === "firefox" && {
			// Chromium has no such key in its stable versions; there the one icon has to do: docs/store/README.md.
			action: { theme_icons: themeIcons },
			browser_specific_settings: {
				gecko: {
					id: "symptom-lens@symptomlens.example",
					strict_min_version: "150.0",
					data_collection_permissions: { required: ["none"] },
				},
			},
		}),
	}),
	hooks: {
		"build:publicAssets": ({ config }, files) => {
			if (config.browser === "firefox") files.push(...toolbarIcons());
			files.push({ relativeDest: "packs/bundled.json", contents: JSON.stringify(bundledPack()) });
			for (const text of symptomTexts()) {
				files.push({ relativeDest: `symptoms/${text.id}.json`, contents: JSON.stringify(text) });
			}
		},
	},
});
