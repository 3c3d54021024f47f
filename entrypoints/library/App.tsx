import { i18n } from "#i18n";
import { EmergencyNumberSetting } from "../../components/EmergencyNumberSetting";
import { TextSizeControl } from "../../components/TextSizeControl";
import { TEXT_SIZES } from "../../lib/card-preferences";
import { KNOWN_EMERGENCY_NUMBERS } from "../../lib/emergency-number";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { usePacks } from "../hooks/use-packs";
import { usePreferences } from "../hooks/use-preferences";
import { Browse } from "./Browse";
import { LookUpSection } from "./LookUpSection";
import { Packs } from "./Packs";
import { Saved } from "./Saved";

/** The full-page library: what the reader has saved, all answers, the packs, and the settings. */
export function App() {
	const packs = usePacks();
	const [emergencyNumber, setEmergencyNumber] = useEmergencyNumber();
	const { preferences, setTextSize } = usePreferences();
	return (
		<main className="library">
			<h1>{i18n.t("library.heading")}</h1>
			<p>{i18n.t("library.intro")}</p>
			<Saved />
			<Browse packsVersion={packs.version} onPacksChanged={() => void packs.reload()} />
			<h2>{i18n.t("library.packs")}</h2>
			<Packs packs={packs} />
			<h2>{i18n.t("library.settings")}</h2>
			{preferences && <TextSizeControl sizes={TEXT_SIZES} size={preferences.textSize} onSize={setTextSize} />}
			<EmergencyNumberSetting number={emergencyNumber} known={KNOWN_EMERGENCY_NUMBERS} onSet={setEmergencyNumber} />
			<LookUpSection />
		</main>
	);
}
