import { createRoot } from "react-dom/client";
import { acceptCardPort } from "../../lib/messaging/card-port";
import { App } from "./App";

// Opened by anyone but our content script, no port arrives and the page stays empty.
acceptCardPort(window, (port) => {
	const root = document.getElementById("root");
	if (root) createRoot(root).render(<App port={port} />);
});
