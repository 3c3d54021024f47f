import { i18n } from "#i18n";
import "./packs.css";

const FORMATS = ["json", "csv", "markdown", "html"] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** The personal list in formats of other programs. */
export function ExportButtons({
	hasFailed,
	onExport,
}: {
	hasFailed: boolean;
	onExport: (format: ExportFormat) => void;
}) {
	return (
		<>
			<h3>{i18n.t("export.heading")}</h3>
			<p className="quiet">{i18n.t("export.intro")}</p>
			{hasFailed && <p role="alert">{i18n.t("export.failed")}</p>}
			<div className="pack-actions">
				{FORMATS.map((format) => (
					<button key={format} type="button" onClick={() => onExport(format)}>
						{i18n.t(`export.${format}`)}
					</button>
				))}
			</div>
		</>
	);
}
