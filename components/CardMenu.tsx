import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { HighlightReport, type HighlightReporting } from "./HighlightReport";
import { TextSizeControl, type TextSizing } from "./TextSizeControl";
import "./card-menu.css";

/** What the page around a card can do for it. */
export interface CardTools {
	/** Puts a text on the clipboard; false if the browser refuses. */
	copy: (text: string) => boolean;
	textSizing: TextSizing;
	/** Reads lines aloud on this device, or stops; absent without a voice that needs no network. */
	reading?: { isReading: boolean; onToggle: (lines: string[]) => void } | undefined;
	/** The menu was opened: only then voices are looked for, which starts a program on some systems. */
	onOpenMenu?: () => void;
	/** Absent where the reader came another way than from words of a page. */
	report?: HighlightReporting | undefined;
}

/** What else can be done with a card, as a plain list of buttons. Escape closes it and leaves the card open. */
export function CardMenu({
	id,
	tools: { textSizing, reading, report },
	spokenLines,
	onCopyCard,
	onCopyReport,
	onClose,
}: {
	id: string;
	tools: CardTools;
	spokenLines: () => string[];
	onCopyCard: () => void;
	onCopyReport: (text: string) => void;
	onClose: () => void;
}) {
	const close = useRef(onClose);
	close.current = onClose;
	useEffect(() => {
		// Before anyone else hears of it, or the card would close as well.
		const closeOnEscape = (event: KeyboardEvent) => {
			if (event.key !== "Escape") return;
			event.stopPropagation();
			close.current();
		};
		document.addEventListener("keydown", closeOnEscape, { capture: true });
		return () => document.removeEventListener("keydown", closeOnEscape, { capture: true });
	}, []);
	return (
		<ul id={id} className="card-menu" aria-label={i18n.t("menu.label")}>
			<li>
				<button type="button" onClick={onCopyCard}>
					{i18n.t("copy.card")}
				</button>
			</li>
			{reading && (
				<li>
					<button type="button" onClick={() => reading.onToggle(spokenLines())}>
						{i18n.t(reading.isReading ? "menu.stopReading" : "menu.readAloud")}
					</button>
				</li>
			)}
			<li>
				<TextSizeControl {...textSizing} />
			</li>
			{report && (
				<li>
					<HighlightReport report={report} onCopy={onCopyReport} />
				</li>
			)}
		</ul>
	);
}
