import { Component, type ReactNode } from "react";
import { i18n } from "#i18n";

/** Shows words instead of nothing when drawing what is inside it fails. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override render() {
		return this.state.hasFailed ? <p role="alert">{i18n.t("card.failed")}</p> : this.props.children;
	}
}
