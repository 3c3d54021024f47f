import { useEffect, useState } from "react";

/** Pause in typing before the background is asked, in milliseconds: the time between two letters. */
const TYPING_PAUSE_MS = 120;

/** What the reader types, as it is when they pause. */
export function useSettled<T>(typed: T): T {
	const [settled, setSettled] = useState(typed);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(typed), TYPING_PAUSE_MS);
		return () => clearTimeout(timer);
	}, [typed]);
	return settled;
}
