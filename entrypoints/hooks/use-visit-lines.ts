import { useState } from "react";

const KEY = "visit-lines";

/**
 * What the reader wants to ask, one question in each line. It is kept for as long as the tab is open, where neither
 * web pages nor content scripts can read it.
 */
export function useVisitLines(): [lines: string, set: (lines: string) => void] {
	const [lines, setLines] = useState(() => sessionStorage.getItem(KEY) ?? "");
	return [
		lines,
		(changed) => {
			setLines(changed);
			sessionStorage.setItem(KEY, changed);
		},
	];
}
