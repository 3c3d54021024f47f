import { type DragEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import "./packs.css";

export interface ImportPanelProps {
	onPick: (files: FileList) => void;
	/** Has to read the drop before it returns. */
	onDrop: (drop: DataTransfer) => void;
}

/** Where files for a new pack are dropped or chosen. */
export function ImportPanel({ onPick, onDrop }: ImportPanelProps) {
	const id = useId();
	const [isOver, setOver] = useState(false);
	const over = (event: DragEvent) => {
		// Without this the browser opens the file in place of the page.
		event.preventDefault();
		setOver(true);
	};
	return (
		<section
			className={isOver ? "import-panel over" : "import-panel"}
			aria-label={i18n.t("importing.heading")}
			onDragOver={over}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				onDrop(event.dataTransfer);
			}}
		>
			<p>{i18n.t("importing.drop")}</p>
			<p className="quiet">{i18n.t("importing.formats")}</p>
			<div className="pack-actions">
				<PickButton id={`${id}-files`} label={i18n.t("importing.chooseFiles")} onPick={onPick} />
				<PickButton id={`${id}-folder`} label={i18n.t("importing.chooseFolder")} onPick={onPick} isFolder />
			</div>
		</section>
	);
}

interface PickButtonProps {
	id: string;
	label: string;
	onPick: (files: FileList) => void;
	isFolder?: boolean;
}

function PickButton({ id, label, onPick, isFolder = false }: PickButtonProps) {
	return (
		<label htmlFor={id} className="pick">
			{label}
			<input
				id={id}
				type="file"
				multiple
				className="visually-hidden"
				webkitdirectory={isFolder ? "" : undefined}
				onChange={({ target }) => {
					if (target.files && target.files.length > 0) onPick(target.files);
					// The same file may be picked again.
					target.value = "";
				}}
			/>
		</label>
	);
}

declare module "react" {
	interface InputHTMLAttributes<T> {
		/** Chooses a folder; React knows the attribute, its types do not. */
		webkitdirectory?: string | undefined;
	}
}
