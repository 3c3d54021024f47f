import { useCallback, useEffect, useState } from "react";
import { askBackground } from "../../lib/messaging/messenger";
import type { SavedAnswer } from "../../lib/messaging/protocol";

/** Most answers of one sheet: more than anybody reads in an appointment, and as many as one reply brings. */
const MOST_ANSWERS = 100;

export type VisitAnswers =
	| { name: "loading" }
	| { name: "failed" }
	/** With the ids of those for which the sheet has no room; as others are left out, they move up. */
	| { name: "ready"; saved: SavedAnswer[]; waiting: string[] };

/** The saved answers that the address names, `visit.html#id,id`; those that are gone are left out. */
export function useVisitAnswers() {
	const [state, setState] = useState<VisitAnswers>({ name: "loading" });
	const read = useCallback(async () => {
		const ids = location.hash.slice(1).split(",").filter(Boolean);
		const result = await askBackground("readSavedAnswers", { ids: ids.slice(0, MOST_ANSWERS) });
		setState(result.ok ? { name: "ready", saved: result.value, waiting: ids.slice(MOST_ANSWERS) } : { name: "failed" });
	}, []);
	useEffect(() => {
		void read();
		window.addEventListener("hashchange", read);
		return () => window.removeEventListener("hashchange", read);
	}, [read]);
	return {
		state,
		retry: () => void read(),
		/** Takes an answer off the sheet; it stays on the list, and Back in the browser brings it back. */
		leaveOut: ({ id }: SavedAnswer) => {
			if (state.name !== "ready") return;
			const left = state.saved.flatMap((other) => (other.id === id ? [] : [other.id]));
			location.hash = [...left, ...state.waiting].join(",");
		},
	};
}
