import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { usePreferences } from "../hooks/use-preferences";
import { Practice } from "./Practice";

/** What a reader sees once, after installing: what it does, a paragraph to try it on, privacy, and the way to switch it off. */
export function App() {
	// Gives the page its theme and size of text.
	usePreferences();
	return (
		<div className="welcome">
			<header>
				<h1>{i18n.t("welcome.heading")}</h1>
				<button type="button" onClick={closeTab}>
					{i18n.t("welcome.skip")}
				</button>
			</header>
			<main>
				<p>{i18n.t("welcome.what")}</p>
				<h2>{i18n.t("welcome.try")}</h2>
				<p>{i18n.t("welcome.tryHow")}</p>
				<Practice />
				<h2>{i18n.t("sections.privacy")}</h2>
				<p>
					{i18n.t("welcome.privacy")} <a href="/library.html#privacy">{i18n.t("welcome.privacyMore")}</a>
				</p>
				<h2>{i18n.t("welcome.off")}</h2>
				<p>
					{i18n.t("welcome.offHow")} <a href="/library.html#settings">{i18n.t("welcome.settings")}</a>
				</p>
				<p className="quiet">{i18n.t("welcome.notDiagnosis")}</p>
				<p>
					<button type="button" className="primary" onClick={closeTab}>
						{i18n.t("welcome.done")}
					</button>
				</p>
			</main>
		</div>
	);
}

// A page may close only a window that a script has opened.
async function closeTab(): Promise<void> {
	const tab = await browser.tabs.getCurrent();
	if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
