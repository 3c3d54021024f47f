import { useEffect, useState } from "react";
import { changeSettings, DEFAULT_SETTINGS, readSettings, type Settings, watchSettings } from "../../lib/settings";

/** The reader's settings, kept up to date, and how to change them. */
export function useSettings(): [settings: Settings, change: (changed: Parameters<typeof changeSettings>[0]) => void] {
	const [settings, setSettings] = useState(DEFAULT_SETTINGS);
	useEffect(() => {
		const stopping = new AbortController();
		watchSettings(setSettings, stopping.signal);
		// If they cannot be read, pages use the same defaults.
		readSettings().then(setSettings, () => undefined);
		return () => stopping.abort();
	}, []);
	return [settings, (changed) => void changeSettings(changed).then(setSettings, () => undefined)];
}
