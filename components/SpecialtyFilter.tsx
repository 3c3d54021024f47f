import { i18n } from "#i18n";
import "./settings.css";

/** Which specialties are underlined: all but those the reader has left out. */
export function SpecialtyFilter({
	specialties,
	leftOut,
	onChange,
}: {
	specialties: { name: string; symptomCount: number }[];
	leftOut: readonly string[];
	onChange: (name: string, isLeftOut: boolean) => void;
}) {
	return (
		<fieldset className="setting">
			<legend>{i18n.t("settings.specialties")}</legend>
			<p className="quiet">{i18n.t("settings.specialtiesNote")}</p>
			<div className="setting-columns">
				{specialties.map(({ name, symptomCount }) => (
					<label key={name}>
						<input
							type="checkbox"
							checked={!leftOut.includes(name)}
							onChange={({ target }) => onChange(name, !target.checked)}
						/>
						<span className="specialty-name">{i18n.t("browse.option", [name, symptomCount.toLocaleString()])}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
