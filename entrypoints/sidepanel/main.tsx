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
