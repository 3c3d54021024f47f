import { i18n } from "#i18n";
import { LookUpSetting, LookUps } from "../../components/LookUps";
import { useLookUps } from "../hooks/use-look-ups";

/** Most that the library shows: all that is remembered. */
const MOST_SHOWN = 50;

/** The switch for recent look-ups, and what was remembered. */
export function LookUpSection() {
	const { lookUps, failure, isOn, setOn, forget } = useLookUps();
	return (
		<section>
			<LookUpSetting isOn={isOn} onSet={setOn} />
			{lookUps.length > 0 && <h3>{i18n.t("lookUps.heading")}</h3>}
			<LookUps lookUps={lookUps} most={MOST_SHOWN} onForget={(symptomId) => void forget(symptomId)} failure={failure} />
		</section>
	);
}
