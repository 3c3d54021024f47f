import { createContext, type KeyboardEvent, type ReactNode, useContext, useId, useMemo, useRef, useState } from "react";
import { type CustomItemComponentProps, Virtualizer, type VirtualizerHandle } from "virtua";
import { i18n } from "#i18n";
import type { BrowsedAnswer, FoundAnswer } from "../lib/messaging/protocol";
import { AnswerRow } from "./AnswerRow";
import "./answer-list.css";

/** How the reading of an opened answer stands; one that cannot be read right now may still be there. */
export type OpenedAnswer = { name: "loading" | "failed" | "gone" } | { name: "ready"; found: FoundAnswer };

export interface AnswerListProps {
	/** Number of the first row among all answers that fit, and how many fit. */
	first: number;
	total: number;
	/** Rows of this list. */
	count: number;
	/** A row, undefined while it is read. */
	rowAt: (index: number) => BrowsedAnswer | undefined;
	/** Says that a row is on show, until the returned function is called. */
	onNeed: (index: number) => () => void;
	opened: ReadonlyMap<number, OpenedAnswer>;
	onToggle: (index: number, row: BrowsedAnswer) => void;
	/** The opened answer as it is shown. */
	children: (found: FoundAnswer) => ReactNode;
}

/**
 * A list of any length of which only the rows in sight exist. One row takes part in the
 * order of the Tab key; the arrow keys, Home and End go from row to row.
 */
export function AnswerList({ first, total, count, rowAt, onNeed, opened, onToggle, children }: AnswerListProps) {
	const hint = useId();
	const virtualizer = useRef<VirtualizerHandle>(null);
	const takesFocus = useRef(false);
	const [active, setActive] = useState(0);
	const rows = useMemo(() => ({ length: count }), [count]);
	const place = useMemo(() => ({ first, total }), [first, total]);
	const keepMounted = useMemo(
		() => [...new Set([active, ...opened.keys()])].sort((one, other) => one - other),
		[active, opened],
	);

	const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
		if (!(event.target instanceof HTMLElement) || !event.target.matches(".answer-row")) return;
		const next = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: count - 1 }[event.key];
		if (next === undefined) return;
		event.preventDefault();
		const index = Math.min(Math.max(next, 0), count - 1);
		takesFocus.current = true;
		setActive(index);
		virtualizer.current?.scrollToIndex(index, { align: "nearest" });
	};

	return (
		<Place value={place}>
			<p id={hint} className="visually-hidden">
				{i18n.t("browse.keys")}
			</p>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside */}
			<div className="answer-scroller" onKeyDown={onKeyDown}>
				<Virtualizer ref={virtualizer} as="ul" item={Item} data={rows} keepMounted={keepMounted}>
					{(_, index) => (
						<AnswerRow
							key={index}
							index={index}
							row={rowAt(index)}
							opened={opened.get(index)}
							isActive={index === active}
							describedBy={hint}
							takesFocus={takesFocus}
							onNeed={onNeed}
							onFocus={setActive}
							onToggle={onToggle}
						>
							{children}
						</AnswerRow>
					)}
				</Virtualizer>
			</div>
		</Place>
	);
}

const Place = createContext({ first: 0, total: 0 });

// Of half a million rows a screen reader sees a dozen; these say where they stand.
function Item({ style, index, children, ref }: CustomItemComponentProps) {
	const { first, total } = useContext(Place);
	return (
		<li ref={ref} style={style} aria-posinset={first + index + 1} aria-setsize={total}>
			{children}
		</li>
	);
}
