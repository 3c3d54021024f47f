import { specialties } from "virtual:specialties";
import { symptomIndex } from "virtual:symptom-index";
import { useState } from "react";
import { i18n } from "#i18n";
import { EmergencyNumberSetting } from "../../components/EmergencyNumberSetting";
import { KnownWords } from "../../components/KnownWords";
import { SpecialtyFilter } from "../../components/SpecialtyFilter";
import { TextSizeControl } from "../../components/TextSizeControl";
import { DEFAULT_PREFERENCES, TEXT_SIZES, THEMES } from "../../lib/card-preferences";
import { KNOWN_EMERGENCY_NUMBERS } from "../../lib/emergency-number";
import { wordMatcher } from "../../lib/search/match-words";
import { createSymptomSearch } from "../../lib/search/symptom-search";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { useHiddenWords } from "../hooks/use-hidden-words";
import { usePreferences } from "../hooks/use-preferences";
import { useSettings } from "../hooks/use-settings";
import { LookUpSection } from "./LookUpSection";
import { choiceSetting, type Setting, useReadingSettings } from "./reading-settings";

/** Most symptoms that are offered to be added: more would not be looked through. */
const MOST_FOUND = 6;

const shownIds = new Set(Object.values(specialties).flat());
const shownSymptoms = symptomIndex.filter(({ id }) => shownIds.has(id));
const searchSymptoms = createSymptomSearch(shownSymptoms);

/** What the reader can set, with a search. */
export function SettingsSection() {
	const [query, setQuery] = useState("");
	const [settings, change] = useSettings();
	const all = [
		...useReadingSettings(settings, change),
		...useWordSettings(),
		useEmergencySetting(),
		...useLookSettings(),
		lookUpSetting(),
	];
	const fits = wordMatcher(query);
	const shown = all.filter(({ words }) => fits(words));
	return (
		<>
			<search className="library-search">
				<label htmlFor="settings-query">{i18n.t("settings.search")}</label>
				<input
					id="settings-query"
					type="search"
					value={query}
					maxLength={200}
					autoComplete="off"
					onChange={({ target }) => setQuery(target.value)}
				/>
			</search>
			<p className="settings-note">{i18n.t("settings.privacyNote")}</p>
			<p role="status">{shown.length === 0 && i18n.t("settings.nothing")}</p>
			{all.map(({ words, view }) => (
				// Only hidden, so that what was begun in a setting outlives the search.
				<div key={words} hidden={!shown.some((one) => one.words === words)}>
					{view}
				</div>
			))}
		</>
	);
}

function useWordSettings(): Setting[] {
	const { hidden, setKnown, setLeftOut } = useHiddenWords();
	const known = hidden.known.flatMap((id) => symptomIndex.find((symptom) => symptom.id === id) ?? []);
	const search = (text: string) =>
		searchSymptoms(text, MOST_FOUND).flatMap(({ id }) => shownSymptoms.find((symptom) => symptom.id === id) ?? []);
	return [
		{
			words: `${i18n.t("settings.known")} ${i18n.t("settings.knownNote")} ${i18n.t("settings.words.known")}`,
			view: <KnownWords known={known} onSearch={search} onChange={({ id }, isKnown) => setKnown(id, isKnown)} />,
		},
		{
			words: [i18n.t("settings.specialties"), i18n.t("settings.words.specialties"), ...Object.keys(specialties)].join(
				" ",
			),
			view: (
				<SpecialtyFilter
					specialties={Object.entries(specialties).map(([name, ids]) => ({ name, symptomCount: ids.length }))}
					leftOut={hidden.leftOut}
					onChange={setLeftOut}
				/>
			),
		},
	];
}

function useEmergencySetting(): Setting {
	const [number, setNumber] = useEmergencyNumber();
	return {
		words: `${i18n.t("emergencyNumber.label")} ${i18n.t("settings.words.emergency")}`,
		view: (
			<div className="setting">
				<EmergencyNumberSetting number={number} known={KNOWN_EMERGENCY_NUMBERS} onSet={setNumber} />
			</div>
		),
	};
}

function useLookSettings(): Setting[] {
	const { preferences, setTextSize, setTheme } = usePreferences();
	return [
		{
			words: `${i18n.t("textSize.label")} ${i18n.t("textSize.larger")} ${i18n.t("textSize.smaller")}`,
			view: (
				<div className="setting">
					{preferences && <TextSizeControl sizes={TEXT_SIZES} size={preferences.textSize} onSize={setTextSize} />}
				</div>
			),
		},
		choiceSetting({
			title: i18n.t("theme.label"),
			words: i18n.t("theme.words"),
			options: THEMES.map((value) => ({ value, label: i18n.t(`theme.${value}`) })),
			value: preferences?.theme ?? DEFAULT_PREFERENCES.theme,
			onChoose: setTheme,
		}),
	];
}

function lookUpSetting(): Setting {
	return {
		words: `${i18n.t("lookUps.setting")} ${i18n.t("lookUps.heading")}`,
		view: (
			<div className="setting">
				<LookUpSection />
			</div>
		),
	};
}
