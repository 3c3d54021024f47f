import { symptomIndex } from "virtual:symptom-index";
import { useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { CaptureButton } from "../../components/CaptureButton";
import { LookUps } from "../../components/LookUps";
import { PageSwitch } from "../../components/PageSwitch";
import { SearchResults } from "../../components/SearchResults";
import { SymptomCard } from "../../components/SymptomCard";
import type { SymptomId } from "../../data/schema";
import { createSavedListStore } from "../../lib/messaging/saved-list";
import { privateReason } from "../hooks/private-reason";
import { SavedAnswers } from "../hooks/SavedAnswers";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { useLookUps } from "../hooks/use-look-ups";
import { useOpenPanel } from "../hooks/use-open-panel";
import { usePageState } from "../hooks/use-page-state";
import { useSearch } from "../hooks/use-search";
import { useSymptom } from "../hooks/use-symptom";

/** Look-ups that are shown here; the library has them all. */
const MOST_LOOK_UPS = 5;

const NO_CONTEXT = { sentence: "", pageTitle: "", pageUrl: "" };

/** The toolbar popup: search as you type, the page's switches, the saved answers. */
export function App() {
	const { page, switchHere, switchEverywhere, reload, capture } = usePageState();
	const openPanel = useOpenPanel();
	const [query, setQuery] = useState("");
	const [trail, setTrail] = useState<SymptomId[]>([]);
	const search = useSearch(query);
	const [savedList] = useState(createSavedListStore);
	const [emergencyNumber] = useEmergencyNumber();
	const { lookUps, forget } = useLookUps();
	const { symptom, ...view } = useSymptom(trail.at(-1), NO_CONTEXT);

	if (trail.length > 0) {
		return (
			<div className="popup">
				{symptom && (
					<SymptomCard
						key={symptom.id}
						symptom={symptom}
						emergencyNumber={emergencyNumber}
						related={symptom.related.flatMap((id) => symptomIndex.find((other) => other.id === id) ?? [])}
						answers={view.answers}
						save={view.save}
						onRetry={view.retry}
						onOpenSymptom={(other) => setTrail([...trail, other.id])}
						takesFocus
						onBack={() => setTrail(trail.slice(0, -1))}
					/>
				)}
			</div>
		);
	}
	return (
		<div className="popup">
			<h1 className="visually-hidden">{i18n.t("popup.title")}</h1>
			<PageSwitch page={page} onSwitchHere={switchHere} onSwitchEverywhere={switchEverywhere} onReload={reload} />
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
						onOpenSymptom={(opened) => setTrail([opened.id])}
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
							onOpen={(opened) => setTrail([opened])}
							onForget={(symptomId) => void forget(symptomId)}
						/>
					</section>
				)}
			</main>
			<footer className="popup-footer">
				<span>{i18n.t("card.notDiagnosis")}</span>
				<button type="button" onClick={openPanel}>
					{i18n.t("panel.open")}
				</button>
				<button type="button" onClick={() => browser.tabs.create({ url: browser.runtime.getURL("/library.html") })}>
					{i18n.t("saved.openLibrary")}
				</button>
			</footer>
		</div>
	);
}
