import { FileText, Trash2 } from "lucide-react";
import { type FormEvent, useId } from "react";
import { i18n } from "#i18n";
import { LONGEST_TAG } from "./record-limits";
import { KnownTags } from "./TagEditor";
import "./saved-bulk.css";

export interface SavedBulkProps {
	/** How many answers are shown, and how many are selected. */
	shown: number;
	selected: number;
	/** True if every answer that is shown is selected. */
	isAll: boolean;
	knownTags: readonly string[];
	onSelectShown: (isSelected: boolean) => void;
	onRemove: () => void;
	onTag: (tag: string, isOn: boolean) => void;
	onVisitSheet: () => void;
}

/** Selects all that is shown, and does something with all that is selected. */
export function SavedBulk({ shown, selected, isAll, knownTags, ...on }: SavedBulkProps) {
	const id = useId();
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const form = event.currentTarget;
		const { submitter } = event.nativeEvent as SubmitEvent;
		const tag = String(new FormData(form).get("tag") ?? "").trim();
		if (tag === "") return;
		on.onTag(tag, submitter?.getAttribute("value") !== "off");
		form.reset();
	};
	return (
		<fieldset className="saved-bulk">
			<legend className="visually-hidden">{i18n.t("personal.bulk")}</legend>
			<label>
				<input
					type="checkbox"
					checked={isAll}
					ref={(box) => {
						if (box) box.indeterminate = selected > 0 && !isAll;
					}}
					onChange={({ target }) => on.onSelectShown(target.checked)}
				/>
				{i18n.t("personal.selectShown", [shown.toLocaleString()])}
			</label>
			<span role="status">{selected > 0 && i18n.t("personal.selected", selected, [selected.toLocaleString()])}</span>
			{selected > 0 && (
				<div className="saved-bulk-actions">
					<button type="button" className="primary" onClick={on.onVisitSheet}>
						<FileText size={15} aria-hidden /> {i18n.t("personal.visitSheet")}
					</button>
					<form onSubmit={submit}>
						<label htmlFor={id} className="visually-hidden">
							{i18n.t("personal.tag")}
						</label>
						<input
							id={id}
							name="tag"
							list={`${id}-known`}
							dir="auto"
							placeholder={i18n.t("personal.tag")}
							maxLength={LONGEST_TAG}
							autoComplete="off"
							required
						/>
						<KnownTags id={`${id}-known`} known={knownTags} />
						<button type="submit" value="on">
							{i18n.t("personal.addTag")}
						</button>
						<button type="submit" value="off">
							{i18n.t("personal.takeTagOff")}
						</button>
					</form>
					<button type="button" onClick={on.onRemove}>
						<Trash2 size={15} aria-hidden /> {i18n.t("personal.removeSelected")}
					</button>
				</div>
			)}
		</fieldset>
	);
}
