import { X } from "lucide-react";
import { i18n } from "#i18n";
import type { SymptomId } from "../data/schema";
import type { LookUp } from "../lib/messaging/protocol";
import { formatDayOf } from "./format-day";
import { TwoStepButton } from "./TwoStepButton";
import "./look-ups.css";

export interface ShownLookUp extends LookUp {
	name: string;
}

export interface LookUpsProps {
	lookUps: readonly ShownLookUp[];
	/** Most that are shown. */
	most: number;
	/** Opens a symptom's card; without it, names are words only. */
	onOpen?: ((symptomId: SymptomId) => void) | undefined;
	/** Forgets one, or with null all. */
	onForget: (symptomId: SymptomId | null) => void;
	/** Words for the reader if they could not be read or forgotten. */
	failure?: string | undefined;
}

/** What the reader looked up last, each and all to be forgotten. */
export function LookUps({ lookUps, most, onOpen, onForget, failure }: LookUpsProps) {
	if (lookUps.length === 0) return failure ? <p role="alert">{failure}</p> : null;
	return (
		<div className="look-ups">
			{failure && <p role="alert">{failure}</p>}
			<ul>
				{lookUps.slice(0, most).map(({ symptomId, name, at }) => (
					<li key={symptomId}>
						{onOpen ? (
							<button type="button" className="plain" onClick={() => onOpen(symptomId)}>
								{name}
							</button>
						) : (
							<span>{name}</span>
						)}
						<span className="look-up-day">{formatDayOf(at)}</span>
						<button
							type="button"
							className="plain"
							aria-label={i18n.t("lookUps.forgetOne", [name])}
							onClick={() => onForget(symptomId)}
						>
							<X size={15} aria-hidden />
						</button>
					</li>
				))}
			</ul>
			<TwoStepButton
				label={i18n.t("lookUps.forgetAll")}
				question={i18n.t("lookUps.question", lookUps.length)}
				yes={i18n.t("lookUps.yes")}
				no={i18n.t("lookUps.no")}
				onConfirm={() => onForget(null)}
			/>
		</div>
	);
}

/** The switch for it, which is off until the reader turns it on. */
export function LookUpSetting({ isOn, onSet }: { isOn: boolean; onSet: (isOn: boolean) => void }) {
	return (
		<div className="look-up-setting">
			<label>
				<input type="checkbox" checked={isOn} onChange={({ target }) => onSet(target.checked)} />
				{i18n.t("lookUps.setting")}
			</label>
			<p className="look-up-day">{i18n.t("lookUps.settingHint")}</p>
		</div>
	);
}
