/**
 * The page after the installation: what the extension does and keeps, and a paragraph to practise on. `App.tsx` has what it
 * shows.
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
