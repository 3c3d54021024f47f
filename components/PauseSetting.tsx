import { i18n } from "#i18n";
import "./settings.css";

/** Pausing everywhere, and the end of a pause. `until` is when the pause ends, as the reader reads it; undefined if there is none. */
export function PauseSetting({
	until,
	onPause,
	onResume,
}: {
	until: string | undefined;
	onPause: () => void;
	onResume: () => void;
}) {
	return (
		<fieldset className="setting">
			<legend>{i18n.t("settings.pause")}</legend>
			<p role="status">{until ? i18n.t("popup.paused", [until]) : i18n.t("settings.notPaused")}</p>
			{until ? (
				<button type="button" onClick={onResume}>
					{i18n.t("popup.resume")}
				</button>
			) : (
				<button type="button" onClick={onPause}>
					{i18n.t("popup.pause")}
				</button>
			)}
		</fieldset>
	);
}
