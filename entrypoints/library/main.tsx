import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../../components/ErrorBoundary";
import { captureSourceOf } from "../../lib/messaging/capture-page";
import { App } from "./App";
import { Capture } from "./Capture";

const captureSource = captureSourceOf(location.search);
// A tab's number means another tab after a restart: the address must not outlive this visit.
if (captureSource) history.replaceState(null, "", location.pathname);

const root = document.getElementById("root");
if (root)
	createRoot(root).render(
		<ErrorBoundary>{captureSource ? <Capture source={captureSource} /> : <App />}</ErrorBoundary>,
	);
