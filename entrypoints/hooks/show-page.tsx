import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../../components/ErrorBoundary";

/** Draws a page of the product into its `#root`; whatever breaks while drawing is said in words. */
export function showPage(content: ReactNode): void {
	const root = document.getElementById("root");
	if (root) createRoot(root).render(<ErrorBoundary>{content}</ErrorBoundary>);
}
