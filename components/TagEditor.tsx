import { X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import { LONGEST_TAG } from "./record-limits";

/** The tags of a saved answer: Enter or a comma adds what was typed, each can be taken off. */
export function TagEditor({
	tags,
	known,
	onTag,
}: {
	tags: readonly string[];
	/** Suggested while the reader types. */
	known: readonly string[];
	/** Adds a tag or takes it off. Each alone: `tags` may be older than what the reader has just done. */
	onTag: (tag: string, isOn: boolean) => void;
}) {
	const id = useId();
	const [typed, setTyped] = useState("");
	const add = (text: string) => {
		setTyped("");
		for (const tag of text.split(",").map((part) => part.trim())) if (tag !== "") onTag(tag, true);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		// While an input method composes, Enter chooses a word and adds nothing.
		if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
		event.preventDefault();
		add(typed);
	};
	return (
		<div className="tag-editor">
			<label htmlFor={id}>{i18n.t("personal.tags")}</label>
			{tags.length > 0 && (
				<ul className="tags">
					{tags.map((tag) => (
						<li key={tag} className="tag">
							<span dir="auto">{tag}</span>
							<button
								type="button"
								className="plain"
								aria-label={i18n.t("personal.removeTag", [tag])}
								onClick={() => onTag(tag, false)}
							>
								<X size={14} aria-hidden />
							</button>
						</li>
					))}
				</ul>
			)}
			<input
				id={id}
				list={`${id}-known`}
				dir="auto"
				value={typed}
				maxLength={LONGEST_TAG}
				autoComplete="off"
				aria-describedby={`${id}-hint`}
				onKeyDown={onKeyDown}
				onChange={({ target }) => (target.value.includes(",") ? add(target.value) : setTyped(target.value))}
				onBlur={() => add(typed)}
			/>
			<KnownTags id={`${id}-known`} known={known.filter((tag) => !tags.includes(tag))} />
			<p id={`${id}-hint`} className="answer-label">
				{i18n.t("personal.tagHint")}
			</p>
		</div>
	);
}

/** Suggestions for a field with `list`. */
export function KnownTags({ id, known }: { id: string; known: readonly string[] }) {
	return (
		<datalist id={id}>
			{known.map((tag) => (
				<option key={tag} value={tag} />
			))}
		</datalist>
	);
}
