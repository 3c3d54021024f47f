import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type CustomItemComponentProps, Virtualizer } from "virtua";
import type { SavedAnswer } from "../lib/messaging/protocol";

export interface SavedListProps {
	/** Of all rows, in order. */
	ids: readonly string[];
	/** A row, undefined while it is read. */
	rowOf: (id: string) => SavedAnswer | undefined;
	/** Says that a row is on show, until the returned function is called. */
	onNeed: (id: string) => () => void;
	/** Rows that stay where they are when they are out of sight, because something is being written in them. */
	kept: ReadonlySet<string>;
	children: (saved: SavedAnswer) => ReactNode;
}

/** Rows of a list that is drawn whole: it can be searched with the browser, and a screen reader sees all of it. */
const WHOLE_ROWS = 30;

/** The personal list at any length; of a long one only the rows in sight exist, and the one that holds the focus. */
export function SavedList({ ids, rowOf, onNeed, kept, children }: SavedListProps) {
	const [focused, setFocused] = useState<string>();
	const keepMounted = useMemo(
		() => ids.flatMap((id, index) => (id === focused || kept.has(id) ? [index] : [])),
		[ids, focused, kept],
	);
	const row = (id: string) => (
		<Row key={id} id={id} onNeed={onNeed} onFocus={setFocused}>
			{contentOf(rowOf(id), children)}
		</Row>
	);
	if (ids.length <= WHOLE_ROWS) {
		return (
			<ul className="saved-whole">
				{ids.map((id) => (
					<li key={id}>{row(id)}</li>
				))}
			</ul>
		);
	}
	return (
		<Total value={ids.length}>
			<div className="saved-scroller">
				<Virtualizer as="ul" item={Item} data={ids} keepMounted={keepMounted}>
					{row}
				</Virtualizer>
			</div>
		</Total>
	);
}

function contentOf(saved: SavedAnswer | undefined, children: (saved: SavedAnswer) => ReactNode): ReactNode {
	return saved ? children(saved) : <span className="saved-blank" />;
}

function Row({
	id,
	onNeed,
	onFocus,
	children,
}: {
	id: string;
	onNeed: (id: string) => () => void;
	onFocus: (id: string) => void;
	children: ReactNode;
}) {
	useEffect(() => onNeed(id), [onNeed, id]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only notes which of its controls has the focus
		<div className="saved-answer" onFocus={() => onFocus(id)}>
			{children}
		</div>
	);
}

const Total = createContext(0);

// Of 10,000 rows a screen reader sees a dozen; these say where they stand.
function Item({ style, index, children, ref }: CustomItemComponentProps) {
	return (
		<li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={useContext(Total)}>
			{children}
		</li>
	);
}
