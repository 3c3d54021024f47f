import { NotebookPen, Trash2 } from "lucide-react";
import type { MouseEvent } from "react";
import { i18n } from "#i18n";
import type { SavedAnswer } from "../lib/messaging/protocol";
import { AnswerView } from "./AnswerView";
import { formatDayOf } from "./format-day";
import { NoteField } from "./NoteField";
import { TagEditor } from "./TagEditor";

/** What was found when the page of a saved answer was opened again; `at` in milliseconds since the epoch. */
export type PageLook = { name: "looking" } | { name: "found" | "gone" | "unopened"; at: number };

/** What is open in a row. */
interface RowState {
	isSelected: boolean;
	isOpen: boolean;
	isEditing: boolean;
	/** What came of opening its page, if that was tried. */
	look: PageLook | undefined;
}

interface RowActions {
	onSelect: (saved: SavedAnswer, isSelected: boolean) => void;
	onOpen: (saved: SavedAnswer, isOpen: boolean) => void;
	onEdit: (saved: SavedAnswer, isEditing: boolean) => void;
	onRemove: (saved: SavedAnswer) => void;
	/** Opens the page and looks for the sentence. */
	onReopen: (saved: SavedAnswer) => void;
	onNote: (saved: SavedAnswer, note: string) => void;
	/** The reader leaves the field. */
	onNoteLeft: () => void;
	onTag: (saved: SavedAnswer, tag: string, isOn: boolean) => void;
}

export interface SavedRowProps extends RowState, RowActions {
	saved: SavedAnswer;
	/** The note as it is being written. */
	note: string;
	symptomName: string | undefined;
	/** Address of the page at the sentence; empty where there is none. */
	pageAddress: string;
	/** Tags that the reader has used before. */
	knownTags: readonly string[];
}

/** One saved answer in the library: where it was found, note and tags, and on request the answer itself. */
export function SavedRow({ saved, note, symptomName, pageAddress, knownTags, look, ...row }: SavedRowProps) {
	const { snapshot, context } = saved;
	const when = i18n.t("saved.savedOn", [formatDayOf(saved.savedAt)]);
	return (
		<>
			<div className="saved-head">
				<input
					type="checkbox"
					aria-label={i18n.t("personal.select", [snapshot.title])}
					checked={row.isSelected}
					onChange={({ target }) => row.onSelect(saved, target.checked)}
				/>
				<h3 dir="auto" lang={snapshot.lang}>
					{snapshot.title}
				</h3>
			</div>
			<p className="answer-label">{[when, symptomName, saved.packName].filter(Boolean).join(" · ")}</p>
			{context.sentence && (
				<p className="saved-sentence" dir="auto">
					{i18n.t("saved.foundIn", [context.sentence])}
				</p>
			)}
			{pageAddress && (
				<p className="answer-label">
					<a
						href={pageAddress}
						target="_blank"
						rel="noreferrer noopener"
						onClick={(event) => onPlainClick(event, () => row.onReopen(saved))}
					>
						{context.pageTitle || i18n.t("saved.openPage")}
					</a>
				</p>
			)}
			<PageLookStatus look={look} sentence={context.sentence} />
			{!row.isEditing && <Remarks note={note} tags={saved.tags} />}
			<div className="answer-actions">
				<button
					type="button"
					aria-expanded={row.isOpen}
					aria-label={i18n.t(row.isOpen ? "saved.hideOf" : "saved.showOf", [snapshot.title])}
					onClick={() => row.onOpen(saved, !row.isOpen)}
				>
					{i18n.t(row.isOpen ? "saved.hide" : "saved.show")}
				</button>
				<button
					type="button"
					aria-expanded={row.isEditing}
					aria-label={i18n.t("personal.editOf", [snapshot.title])}
					onClick={() => row.onEdit(saved, !row.isEditing)}
				>
					<NotebookPen size={15} aria-hidden /> {i18n.t("personal.edit")}
				</button>
				<button
					type="button"
					aria-label={i18n.t("save.removeOf", [snapshot.title])}
					onClick={() => row.onRemove(saved)}
				>
					<Trash2 size={15} aria-hidden /> {i18n.t("save.remove")}
				</button>
			</div>
			{row.isEditing && (
				<div className="saved-editor">
					<NoteField note={note} onNote={(text) => row.onNote(saved, text)} onLeave={row.onNoteLeft} />
					<TagEditor tags={saved.tags} known={knownTags} onTag={(tag, isOn) => row.onTag(saved, tag, isOn)} />
				</div>
			)}
			{row.isOpen && <AnswerView answer={snapshot} packName={saved.packName} />}
		</>
	);
}

// With a key or another button the browser opens the link as the reader wants it; nothing is looked for then.
function onPlainClick(event: MouseEvent, open: () => void): void {
	if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	open();
}

function PageLookStatus({ look, sentence }: { look: PageLook | undefined; sentence: string }) {
	return (
		<div role="status" className="saved-look">
			{look?.name === "looking" && <p>{i18n.t("personal.looking")}</p>}
			{look && look.name !== "looking" && <p>{i18n.t(`personal.${look.name}`, [formatDayOf(look.at)])}</p>}
			{(look?.name === "gone" || look?.name === "unopened") && (
				<>
					<p>{i18n.t("personal.asItRead")}</p>
					<blockquote dir="auto">{sentence}</blockquote>
				</>
			)}
		</div>
	);
}

function Remarks({ note, tags }: { note: string; tags: readonly string[] }) {
	return (
		<>
			{note !== "" && (
				<p className="saved-note" dir="auto">
					{note}
				</p>
			)}
			{tags.length > 0 && (
				<ul className="tags" aria-label={i18n.t("personal.tags")}>
					{tags.map((tag) => (
						<li key={tag} className="tag" dir="auto">
							{tag}
						</li>
					))}
				</ul>
			)}
		</>
	);
}
