/**
 * The card: a page of the extension, in a frame inside a closed shadow root of a web page, which hands it a port. Why so:
 * `docs/decisions/0001-card-in-a-frame.md`. `App.tsx` has what it shows.
 */
import { DEFAULT_PREFERENCES, readPreferences } from "../../lib/card-preferences";
import { acceptCardPort } from "../../lib/messaging/card-port";
import { showPage } from "../hooks/show-page";
import { App } from "./App";

// Opened by anyone but our content script, no port arrives and the page stays empty.
acceptCardPort(window, async (port) => {
	// First the size, so that no card is seen to grow.
	const { cardSize } = await readPreferences().catch(() => DEFAULT_PREFERENCES);
	if (cardSize) port.send({ type: "size", ...cardSize });
	port.send({ type: "ready" });
	showPage(<App port={port} />);
});
