/**
 * The side panel (Firefox: sidebar) "On this page": every term of the page in front, with its sentence. It asks the page, and
 * lives on while pages change under it. `App.tsx` has what it shows.
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
