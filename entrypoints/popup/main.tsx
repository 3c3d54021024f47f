/**
 * The toolbar popup: search as you type, what runs on this page with its switches, the newest saved answers. `App.tsx` has
 * what it shows.
 */
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../../components/ErrorBoundary";
import { App } from "./App";

const root = document.getElementById("root");
if (root)
	createRoot(root).render(
		<ErrorBoundary>
			<App />
		</ErrorBoundary>,
	);
