import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { NameFacet } from "../../lib/browse/answer-facets";
import type { BrowseFilter, BrowseSort } from "../../lib/browse/browsing";
import { RowPages } from "../../lib/browse/row-pages";
import { askBackground, onSavedAnswersChanged } from "../../lib/messaging/messenger";
import type { BrowsedAnswer, BrowsedList, BrowseRequest, Result } from "../../lib/messaging/protocol";
import { useSettled } from "./use-settled";

/** Half a million answers, for the first time, on a slow device; and packs that get their facets only now. */
const BROWSE_TIMEOUT_MS = 60_000;

/** Rows that a text finds at most: they come at once. */
const MOST_FOUND = 100;

/**
 * Rows that are scrolled as one list. In Firefox an element of more than 17.8 million
 * pixels has no height at all: that is as many rows of 350 pixels, which is what a
 * long title takes in large type on a narrow screen.
 */
export const ROWS_IN_PART = 50_000;

export const NO_FILTER: BrowseFilter = { packId: null, site: null, doctor: null, specialty: null, year: null };

/** What the reader asks of the list. */
export interface BrowseQuery {
	filter: BrowseFilter;
	sort: BrowseSort;
	text: string;
	/** Which part of a list that is too long for one. */
	part: number;
}

/** The list as it is on the screen. `key` names it: rows of another key have nothing to do with it. */
export interface ShownList extends Pick<BrowsedList, "library" | "libraryCount" | "total" | "facets"> {
	key: number;
	isSearch: boolean;
	/** Number of the first row of this part, and how many there are. */
	first: number;
	count: number;
	pages: RowPages<BrowsedAnswer>;
	/** Says that a row is on show; always the same function. */
	onNeed: (index: number) => () => void;
}

export type BrowseState =
	| { name: "loading" }
	| { name: "failed" }
	| { name: "ready"; list: ShownList; isStale: boolean };

/** The list of all answers: asked for anew whenever the query changes, the packs (`packsVersion`) or the personal list. */
export function useBrowse(packsVersion: number) {
	const [query, setQuery] = useState<BrowseQuery>({ filter: NO_FILTER, sort: "newest", text: "", part: 0 });
	const asked = useSettledText(query);
	const [state, setState] = useState<BrowseState>({ name: "loading" });
	const [attempt, retry] = useReducer((count: number) => count + 1, 0);
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const shown = useRef<{ list: ShownList; asked: BrowseQuery }>(undefined);

	// biome-ignore lint/correctness/useExhaustiveDependencies: `packsVersion` and `attempt` only ask again
	useEffect(() => {
		let isCurrent = true;
		setState((now) => (now.name === "ready" ? { ...now, isStale: shown.current?.asked !== asked } : now));
		void askForList(asked, { onChange: redraw, onOtherLibrary: retry }).then((list) => {
			if (!isCurrent) return;
			if (!list) return setState({ name: "failed" });
			const before = shown.current;
			// The same list: it stays where it was scrolled to, and only its rows are read again.
			const isSame = before?.asked === asked && before.list.library === list.library;
			if (isSame) void before.list.pages.reload();
			const next = isSame ? before.list : list;
			shown.current = { list: next, asked };
			setState({ name: "ready", list: next, isStale: false });
		});
		return () => {
			isCurrent = false;
		};
	}, [asked, packsVersion, attempt]);

	useEffect(() => onSavedAnswersChanged(() => void shown.current?.list.pages.reload()), []);

	return {
		query,
		state,
		retry,
		change: useCallback(
			(change: Partial<BrowseQuery>) => setQuery((before) => ({ ...before, part: 0, ...change })),
			[],
		),
		suggest: async (facet: NameFacet, text: string) => {
			const result = await askBackground("suggestNames", { facet, text, filter: query.filter });
			return result.ok ? result.value : [];
		},
	};
}

/** The query with the text as it is when the reader pauses. */
function useSettledText(query: BrowseQuery): BrowseQuery {
	const { filter, sort, part } = query;
	const text = useSettled(query.text.trim());
	return useMemo(() => ({ filter, sort, part, text }), [filter, sort, part, text]);
}

let lists = 0;

async function askForList(
	query: BrowseQuery,
	on: { onChange: () => void; onOtherLibrary: () => void },
): Promise<ShownList | undefined> {
	const { filter, sort, text, part } = query;
	const ask = (first: number, count: number): Promise<Result<BrowsedList>> => {
		const request: BrowseRequest = { filter, sort, text, first, count };
		return askBackground("browseAnswers", request, BROWSE_TIMEOUT_MS);
	};
	const first = part * ROWS_IN_PART;
	const result = await ask(first, text ? MOST_FOUND : RowPages.firstCount);
	if (!result.ok) return undefined;
	const { library, libraryCount, total, facets, rows } = result.value;
	// The list has become shorter than where the reader was.
	if (part > 0 && total <= first) return askForList({ ...query, part: 0 }, on);
	const read = async (from: number, count: number) => {
		const more = await ask(first + from, count);
		if (!more.ok) return undefined;
		if (more.value.library === library) return more.value.rows;
		on.onOtherLibrary();
		return undefined;
	};
	const count = Math.max(0, Math.min(total - first, ROWS_IN_PART));
	const pages = new RowPages(read, on.onChange, rows);
	const onNeed = (index: number) => pages.need(index);
	return { key: lists++, isSearch: text !== "", library, libraryCount, total, facets, first, count, pages, onNeed };
}
