import { changeSettings, DEFAULT_SETTINGS, readSettings, type Settings, watchSettings } from "../../lib/settings";
import { useStored } from "./use-stored";

/** The reader's settings, kept up to date, and how to change them. */
export function useSettings(): [settings: Settings, change: (changed: Parameters<typeof changeSettings>[0]) => void] {
	// If they cannot be read, pages use the same defaults.
	const [settings, setSettings] = useStored(DEFAULT_SETTINGS, readSettings, watchSettings);
	return [settings, (changed) => void changeSettings(changed).then(setSettings, () => undefined)];
}
