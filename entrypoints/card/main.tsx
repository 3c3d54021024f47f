import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../../components/ErrorBoundary";
import { DEFAULT_PREFERENCES, readPreferences } from "../../lib/card-preferences";
import { acceptCardPort } from "../../lib/messaging/card-port";
import { App } from "./App";

// Opened by anyone but our content script, no port arrives and the page stays empty.
acceptCardPort(window, async (port) => {
	// First the size, so that no card is seen to grow.
	const { cardSize } = await readPreferences().catch(() => DEFAULT_PREFERENCES);
	if (cardSize) port.send({ type: "size", ...cardSize });
	port.send({ type: "ready" });
	const root = document.getElementById("root");
	if (root)
		createRoot(root).render(
			<ErrorBoundary>
				<App port={port} />
			</ErrorBoundary>,
		);
});
