import { useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { CaptureButton } from "../../components/CaptureButton";
import { LookUps } from "../../components/LookUps";
import { PageSwitch } from "../../components/PageSwitch";
import { moveAmongResults } from "../../components/result-keys";
import { SearchResults } from "../../components/SearchResults";
import type { SymptomId } from "../../data/schema";
import { createSavedListStore } from "../../lib/messaging/saved-list";
import { CardTrail } from "../hooks/CardTrail";
import { privateReason } from "../hooks/private-reason";
import { SavedAnswers } from "../hooks/SavedAnswers";
import { NO_CONTEXT } from "../hooks/term-context";
import { useCardTrail } from "../hooks/use-card-trail";
import { useLookUps } from "../hooks/use-look-ups";
import { useOpenPanel } from "../hooks/use-open-panel";
import { usePageState } from "../hooks/use-page-state";
import { usePause } from "../hooks/use-pause";
import { useSearch } from "../hooks/use-search";
import { useSettings } from "../hooks/use-settings";

/** Look-ups that are shown here; the library has them all. */
const MOST_LOOK_UPS = 5;

const openLibrary = (section: "" | "#paste") =>
	void browser.tabs.create({ url: browser.runtime.getURL(`/library.html${section}`) });

/** The toolbar popup: search as you type, the page's switches, the saved answers. */
export function App() {
	const { page, switchHere, switchEverywhere, reload, allow, read, capture } = usePageState();
	const openPanel = useOpenPanel();
	const { until, pause, resume } = usePause(...useSettings());
	const [query, setQuery] = useState("");
	const [opened, setOpened] = useState<SymptomId>();
	const view = useCardTrail(opened);
	const search = useSearch(query);
	const [savedList] = useState(createSavedListStore);
	const { lookUps, forget, failure } = useLookUps();

	if (opened !== undefined) {
		return (
			<div className="popup">
				<CardTrail
					view={view}
					first={{ symptomId: opened, context: NO_CONTEXT }}
					takesFocus
					onBack={() => setOpened(undefined)}
				/>
			</div>
		);
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field and the buttons inside
		<div className="popup" onKeyDown={moveAmongResults}>
			<h1 className="visually-hidden">{i18n.t("popup.title")}</h1>
			<PageSwitch
				page={page}
				pausedUntil={until}
				onSwitchHere={switchHere}
				onSwitchEverywhere={switchEverywhere}
				onReload={reload}
				onAllow={allow}
				onRead={read}
				onPasteText={() => openLibrary("#paste")}
				onPause={pause}
				onResume={resume}
			/>
			{page.name === "reachable" && <CaptureButton onCapture={capture} disabledReason={privateReason()} />}
			<search className="popup-search">
				<label htmlFor="query">{i18n.t("popup.search")}</label>
				<input
					id="query"
					type="search"
					value={query}
					maxLength={200}
					placeholder={i18n.t("popup.searchHint")}
					autoComplete="off"
					// biome-ignore lint/a11y/noAutofocus: the popup opens to search; the reader can type at once
					autoFocus
					onChange={(event) => setQuery(event.target.value)}
				/>
			</search>
			<main className="popup-main">
				{query.trim() !== "" && (
					<SearchResults
						symptoms={search.symptoms}
						answers={search.answers}
						save={search.save}
						onOpenSymptom={({ id }) => setOpened(id)}
						onSearch={setQuery}
						onRetry={search.retry}
					/>
				)}
				<section>
					<h2>{i18n.t("saved.heading")}</h2>
					<SavedAnswers store={savedList} query={query} />
				</section>
				{query.trim() === "" && lookUps.length > 0 && (
					<section>
						<h2>{i18n.t("lookUps.heading")}</h2>
						<LookUps
							lookUps={lookUps}
							most={MOST_LOOK_UPS}
							onOpen={setOpened}
							onForget={(symptomId) => void forget(symptomId)}
							failure={failure}
						/>
					</section>
				)}
			</main>
			<footer className="popup-footer">
				<span>{i18n.t("card.notDiagnosis")}</span>
				<button type="button" onClick={openPanel}>
					{i18n.t("panel.open")}
				</button>
				<button type="button" onClick={() => openLibrary("")}>
					{i18n.t("saved.openLibrary")}
				</button>
			</footer>
		</div>
	);
}
