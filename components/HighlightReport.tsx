import { useId, useState } from "react";
import { i18n } from "#i18n";

/** What a reader can report about the words that opened the card. */
export interface HighlightReporting {
	/** Site of the page; empty where it has none. */
	host: string;
	/** The report as plain text; names the site only if asked to. */
	textWith: (isNamingSite: boolean) => string;
}

/** Shows the report of a highlight and copies it. It is the reader who decides where it goes. */
export function HighlightReport({ report, onCopy }: { report: HighlightReporting; onCopy: (text: string) => void }) {
	const [isOpen, setOpen] = useState(false);
	const [isNamingSite, setNamingSite] = useState(false);
	const panelId = useId();
	const text = report.textWith(isNamingSite);
	return (
		<>
			<button type="button" aria-expanded={isOpen} aria-controls={panelId} onClick={() => setOpen(!isOpen)}>
				{i18n.t("report.open")}
			</button>
			<div id={panelId} className="highlight-report" hidden={!isOpen}>
				<p>{i18n.t("report.explain")}</p>
				<textarea readOnly rows={4} dir="auto" aria-label={i18n.t("report.text")} value={text} />
				{report.host && (
					<label>
						<input
							type="checkbox"
							checked={isNamingSite}
							onChange={({ currentTarget }) => setNamingSite(currentTarget.checked)}
						/>
						<span>{i18n.t("report.nameSite", [report.host])}</span>
					</label>
				)}
				<button type="button" onClick={() => onCopy(text)}>
					{i18n.t("report.copy")}
				</button>
			</div>
		</>
	);
}
