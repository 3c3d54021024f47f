import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import type { FacetOption } from "../lib/browse/browsing";

export interface NameFilterProps {
	label: string;
	/** The name that is chosen. */
	value: string | null;
	isCounted: boolean;
	/** Names that fit what was typed. */
	onSuggest: (text: string) => Promise<FacetOption<string>[]>;
	onChoose: (name: string | null) => void;
}

/** A filter with too many names for a list: the reader types, and chooses among suggestions. */
export function NameFilter({ label, value, isCounted, onSuggest, onChoose }: NameFilterProps) {
	const id = useId();
	/** What is being typed; undefined while the field shows what is chosen. */
	const [typed, setTyped] = useState<string>();
	const [suggested, setSuggested] = useState<{ text: string; options: FacetOption<string>[] }>();
	const [active, setActive] = useState(-1);
	const asked = useRef<string>(undefined);
	const list = useRef<HTMLDivElement>(null);
	const options = (typed !== undefined && suggested?.options) || [];
	const isOpen = options.length > 0;

	useEffect(() => list.current?.children[active]?.scrollIntoView({ block: "nearest" }), [active]);
	const look = async (text: string) => {
		asked.current = text;
		setTyped(text);
		setActive(-1);
		const found = await onSuggest(text);
		// Only what was asked for last is shown, unless the field has been left.
		if (asked.current === text) setSuggested({ text, options: found });
	};
	const close = () => {
		asked.current = undefined;
		setTyped(undefined);
		setSuggested(undefined);
	};
	const choose = (name: string | null) => {
		close();
		onChoose(name);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined) {
			event.preventDefault();
			if (!isOpen) return void look(typed ?? "");
			// Above the first one and below the last one stands the field itself.
			setActive((now) => ((now + 1 + step + options.length + 1) % (options.length + 1)) - 1);
		}
		if (event.key === "Escape" && typed !== undefined) {
			event.preventDefault();
			close();
		}
		if (event.key === "Enter" && typed !== undefined) {
			event.preventDefault();
			const chosen = options[Math.max(active, 0)];
			if (typed.trim() === "" && active < 0) choose(null);
			// While the names of an earlier text are on show, the first one is not meant.
			else if (chosen && (active >= 0 || suggested?.text === typed)) choose(chosen.value);
		}
	};

	return (
		<div className="name-filter">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				role="combobox"
				aria-expanded={isOpen}
				aria-controls={`${id}-list`}
				aria-autocomplete="list"
				aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
				autoComplete="off"
				maxLength={500}
				placeholder={i18n.t("browse.typeName")}
				value={typed ?? value ?? ""}
				onChange={({ target }) => {
					void look(target.value);
					if (target.value === "" && value !== null) onChoose(null);
				}}
				onClick={() => {
					if (typed === undefined) void look("");
				}}
				onKeyDown={onKeyDown}
				onBlur={close}
			/>
			<div
				ref={list}
				id={`${id}-list`}
				className="name-list"
				role="listbox"
				tabIndex={-1}
				aria-label={label}
				hidden={!isOpen}
				// The field keeps the focus.
				onMouseDown={(event) => event.preventDefault()}
			>
				{options.map((option, place) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
					<div
						key={option.value}
						id={`${id}-${place}`}
						role="option"
						tabIndex={-1}
						dir="auto"
						aria-selected={place === active}
						onClick={() => choose(option.value)}
					>
						{optionLabel(option.value, isCounted ? option.count : undefined)}
					</div>
				))}
			</div>
			<p role="status" className={typed !== undefined && suggested && !isOpen ? "name-list" : undefined}>
				{typed !== undefined && suggested && !isOpen && i18n.t("browse.noName")}
			</p>
		</div>
	);
}

/** "Neurology (12)"; the number is left out where it would not tell what is found. */
export function optionLabel(name: string, count: number | undefined): string {
	return count === undefined ? name : i18n.t("browse.option", [name, count.toLocaleString()]);
}
