import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../../components/ErrorBoundary";
import { acceptCardPort } from "../../lib/messaging/card-port";
import { App } from "./App";

// Opened by anyone but our content script, no port arrives and the page stays empty.
acceptCardPort(window, (port) => {
	const root = document.getElementById("root");
	if (root)
		createRoot(root).render(
			<ErrorBoundary>
				<App port={port} />
			</ErrorBoundary>,
		);
});
