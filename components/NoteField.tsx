import { useEffect, useId, useState } from "react";
import { i18n } from "#i18n";
import { LONGEST_NOTE } from "./record-limits";

/** Lines of an empty field, and the most it grows to. */
const LEAST_LINES = 2;
const MOST_LINES = 14;

/** Letters in a line of the narrowest field. */
const LINE_LENGTH = 45;

/** The reader's note to a saved answer; it grows with what is written. What another page writes shows when this one rests. */
export function NoteField({
	note,
	onNote,
	onLeave,
}: {
	note: string;
	onNote: (note: string) => void;
	onLeave: () => void;
}) {
	const id = useId();
	const [text, setText] = useState(note);
	const [isWriting, setWriting] = useState(false);
	useEffect(() => {
		if (!isWriting) setText(note);
	}, [note, isWriting]);
	return (
		<div className="note-field">
			<label htmlFor={id}>{i18n.t("personal.note")}</label>
			<textarea
				id={id}
				dir="auto"
				rows={linesOf(text)}
				maxLength={LONGEST_NOTE}
				value={text}
				onFocus={() => setWriting(true)}
				onChange={({ target }) => {
					setText(target.value);
					onNote(target.value);
				}}
				onBlur={() => {
					setWriting(false);
					onLeave();
				}}
			/>
			<p className="answer-label">{i18n.t("personal.noteKept")}</p>
		</div>
	);
}

function linesOf(text: string): number {
	const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
	return Math.min(Math.max(lines, LEAST_LINES), MOST_LINES);
}
