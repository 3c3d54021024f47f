/**
 * The visit sheet: saved answers and logged episodes that the reader chose, with their own questions, to print. Its
 * questions live as long as the tab. `App.tsx` has what it shows.
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
