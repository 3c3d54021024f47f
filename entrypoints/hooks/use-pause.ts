import { useEffect, useState } from "react";
import { LONGEST_TIMEOUT_MS, type Settings } from "../../lib/settings";

const PAUSE_MS = 60 * 60_000;

/** When the pause ends, as the reader reads a time; undefined if there is none. Draws itself anew when it is over. */
export function usePause(
	{ pausedUntil }: Pick<Settings, "pausedUntil">,
	change: (changed: Pick<Settings, "pausedUntil">) => void,
): { until: string | undefined; pause: () => void; resume: () => void } {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		setNow(Date.now());
		const left = pausedUntil - Date.now();
		if (left <= 0) return;
		const timer = setTimeout(() => setNow(Date.now()), Math.min(left + 1, LONGEST_TIMEOUT_MS));
		return () => clearTimeout(timer);
	}, [pausedUntil]);
	const time = new Date(pausedUntil).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
	return {
		until: pausedUntil > now ? time : undefined,
		pause: () => change({ pausedUntil: Date.now() + PAUSE_MS }),
		resume: () => change({ pausedUntil: 0 }),
	};
}
