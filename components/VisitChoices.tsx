import { Printer } from "lucide-react";
import { type ReactNode, useId } from "react";
import { i18n } from "#i18n";
import type { SavedAnswer } from "../lib/messaging/protocol";
import "./visit-sheet.css";

/** Most characters of the reader's own questions: two printed pages. */
const LONGEST_LINES = 4_000;

export interface VisitChoicesProps {
	saved: readonly SavedAnswer[];
	/** How many more were chosen than the sheet has room for. */
	waiting: number;
	lines: string;
	hasNotes: boolean;
	isWhole: boolean;
	onLines: (lines: string) => void;
	onNotes: (hasNotes: boolean) => void;
	onWhole: (isWhole: boolean) => void;
	onLeaveOut: (saved: SavedAnswer) => void;
	onPrint: () => void;
	/** What else can be chosen. */
	children: ReactNode;
}

/** What goes onto the visit sheet. It is not printed. */
export function VisitChoices({ saved, waiting, lines, hasNotes, isWhole, children, ...on }: VisitChoicesProps) {
	const id = useId();
	return (
		<section className="visit-choices" aria-label={i18n.t("visit.choices")}>
			<label htmlFor={id}>{i18n.t("visit.ask")}</label>
			<textarea
				id={id}
				dir="auto"
				rows={4}
				maxLength={LONGEST_LINES}
				value={lines}
				aria-describedby={`${id}-hint`}
				onChange={({ target }) => on.onLines(target.value)}
			/>
			<p id={`${id}-hint`} className="answer-label">
				{i18n.t("visit.askHint")}
			</p>
			<label className="visit-switch">
				<input type="checkbox" checked={hasNotes} onChange={({ target }) => on.onNotes(target.checked)} />
				{i18n.t("visit.withNotes")}
			</label>
			<label className="visit-switch">
				<input type="checkbox" checked={isWhole} onChange={({ target }) => on.onWhole(target.checked)} />
				{i18n.t("visit.whole")}
			</label>
			{waiting > 0 && <p role="status">{i18n.t("visit.tooMany", [saved.length, saved.length + waiting])}</p>}
			{saved.length > 0 && (
				<details>
					<summary>{i18n.t("visit.chosen", saved.length)}</summary>
					<ul>
						{saved.map((each) => (
							<li key={each.id}>
								<span dir="auto">{each.snapshot.title}</span>
								<button
									type="button"
									aria-label={i18n.t("visit.leaveOutTitle", [each.snapshot.title])}
									onClick={() => on.onLeaveOut(each)}
								>
									{i18n.t("visit.leaveOut")}
								</button>
							</li>
						))}
					</ul>
				</details>
			)}
			{children}
			<button type="button" className="primary" onClick={on.onPrint}>
				<Printer size={16} aria-hidden /> {i18n.t("visit.print")}
			</button>
		</section>
	);
}
