import { useState } from "react";
import { i18n } from "#i18n";
import { EmergencyNumberSetting } from "../../components/EmergencyNumberSetting";
import { KNOWN_EMERGENCY_NUMBERS } from "../../lib/emergency-number";
import { createSavedListStore } from "../../lib/messaging/saved-list";
import { SavedAnswers } from "../hooks/SavedAnswers";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { usePacks } from "../hooks/use-packs";
import { Backup } from "./Backup";
import { Browse } from "./Browse";
import { Diary } from "./Diary";
import { Packs } from "./Packs";

/** The full-page library: what the reader has saved, all answers, the packs, and the settings. */
export function App() {
	const [query, setQuery] = useState("");
	const [savedList] = useState(createSavedListStore);
	const packs = usePacks();
	const [emergencyNumber, setEmergencyNumber] = useEmergencyNumber();
	return (
		<main className="library">
			<h1>{i18n.t("library.heading")}</h1>
			<p>{i18n.t("library.intro")}</p>
			<h2>{i18n.t("saved.heading")}</h2>
			<search className="library-search">
				<label htmlFor="query">{i18n.t("saved.search")}</label>
				<input
					id="query"
					type="search"
					value={query}
					maxLength={200}
					autoComplete="off"
					onChange={(event) => setQuery(event.target.value)}
				/>
			</search>
			<SavedAnswers store={savedList} query={query} />
			<Diary />
			<Browse packsVersion={packs.version} onPacksChanged={() => void packs.reload()} />
			<h2>{i18n.t("library.packs")}</h2>
			<Packs packs={packs} />
			<Backup />
			<h2>{i18n.t("library.settings")}</h2>
			<EmergencyNumberSetting number={emergencyNumber} known={KNOWN_EMERGENCY_NUMBERS} onSet={setEmergencyNumber} />
		</main>
	);
}
