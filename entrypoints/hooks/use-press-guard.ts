import { useEffect, useState } from "react";
import { guardPresses } from "../../lib/press-guard";

/**
 * Keeps a card from being tricked into keeping something; returns how many presses were refused since the last good one.
 * `shown` names what the card shows: for something else the reader's eye and hand have to come anew.
 */
export function usePressGuard(shown: string | undefined): number {
	const [refused, setRefused] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what is shown begins the wait anew
	useEffect(() => {
		setRefused(0);
		return guardPresses(window, (isRefused) => setRefused((count) => (isRefused ? count + 1 : 0)));
	}, [shown]);
	return refused;
}
