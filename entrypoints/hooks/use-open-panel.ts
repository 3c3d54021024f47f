import { useEffect, useState } from "react";
import { currentWindowId, openPanel } from "../../lib/messaging/panel";

/** Opens the side panel beside this window, and closes the popup that asked for it. */
export function useOpenPanel(): () => void {
	const [windowId, setWindowId] = useState<number>();
	// Asked for beforehand: the browser opens a panel only right out of the reader's press.
	useEffect(() => void currentWindowId().then(setWindowId), []);
	return () => void openPanel(windowId).then(() => window.close());
}
