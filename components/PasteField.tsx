import { type DragEvent, useId, useState } from "react";
import { i18n } from "#i18n";

export interface PasteFieldProps {
	text: string;
	/** Most characters that are read. */
	limit: number;
	onText: (text: string) => void;
	onFile: (file: File) => void;
}

/** Where a text is pasted, typed, dropped as a file or chosen as one. */
export function PasteField({ text, limit, onText, onFile }: PasteFieldProps) {
	const id = useId();
	const [isOver, setOver] = useState(false);
	const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");
	const over = (event: DragEvent) => {
		if (!hasFile(event)) return;
		event.preventDefault();
		setOver(true);
	};
	const drop = (event: DragEvent) => {
		setOver(false);
		const [file] = event.dataTransfer.files;
		// Dropped text goes into the field by itself.
		if (!file) return;
		event.preventDefault();
		onFile(file);
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: a place to drop a file; the button below does the same
		<div
			className={isOver ? "paste-field over" : "paste-field"}
			onDragOver={over}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<label htmlFor={id}>{i18n.t("paste.label")}</label>
			<textarea
				id={id}
				dir="auto"
				rows={8}
				value={text}
				placeholder={i18n.t("paste.hint")}
				aria-describedby={`${id}-limit`}
				// What the reader pastes goes to nobody, the browser's spelling service included.
				spellCheck={false}
				autoComplete="off"
				onChange={({ target }) => onText(target.value)}
			/>
			<p id={`${id}-limit`} className="quiet">
				{i18n.t("paste.limit", [limit.toLocaleString()])}
			</p>
			<p className="paste-actions">
				<label className="pick">
					{i18n.t("paste.chooseFile")}
					<input
						type="file"
						className="visually-hidden"
						accept=".txt,text/plain"
						onChange={({ target }) => {
							const [file] = target.files ?? [];
							if (file) onFile(file);
							// So that the same file can be chosen again.
							target.value = "";
						}}
					/>
				</label>
				<button type="button" disabled={text === ""} onClick={() => onText("")}>
					{i18n.t("paste.clear")}
				</button>
			</p>
		</div>
	);
}
