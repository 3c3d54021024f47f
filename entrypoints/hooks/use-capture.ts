import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { type CaptureDraft, type CapturedPage, capturePage } from "../../lib/capture/capture-page";
import { problemsOf, type RecordProblem } from "../../lib/capture/problems-of";
import { capturedIdOf, recordToKeep } from "../../lib/capture/record-to-keep";
import type { CaptureSource } from "../../lib/messaging/capture-page";
import { askBackground } from "../../lib/messaging/messenger";
import type { FailureReason, KeptAnswer } from "../../lib/messaging/protocol";
import { askTab } from "../../lib/messaging/tab-requests";
import { parseInert } from "./parse-inert";

type CapturedRecord = CaptureDraft["record"];

export type CaptureState =
	| { name: "reading" }
	/** The tab is gone, shows another kind of page, or is a private one. */
	| { name: "unreadable"; isPrivate: boolean }
	| { name: "editing"; drafts: CaptureDraft[]; chosen: number; record: CapturedRecord; problems: RecordProblem[] }
	| { name: "kept"; kept: KeptAnswer; drafts: CaptureDraft[] };

/** Reads the page of a tab into drafts, and keeps the one that the reader has checked. */
export function useCapture(source: CaptureSource) {
	const [state, setState] = useState<CaptureState>({ name: "reading" });
	const [failure, setFailure] = useState<FailureReason>();

	useEffect(() => {
		void readTab(source).then((read) => {
			if (typeof read === "string") return setState({ name: "unreadable", isPrivate: read === "private" });
			setState(editing(capturePage(read, parseInert), 0));
		});
	}, [source]);

	const isChanged =
		state.name === "editing" && JSON.stringify(state.record) !== JSON.stringify(state.drafts[state.chosen]?.record);
	useEffect(() => {
		if (!isChanged) return;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, [isChanged]);

	return {
		state,
		failure,
		choose: (drafts: CaptureDraft[], chosen: number) => setState(editing(drafts, chosen)),
		change: (record: CapturedRecord) => {
			if (state.name === "editing") setState({ ...state, record });
		},
		keep: async () => {
			if (state.name !== "editing") return;
			const draft = state.drafts[state.chosen]?.record ?? state.record;
			const record = recordToKeep(draft, state.record);
			const problems = problemsOf(record);
			setState({ ...state, problems });
			if (problems.length > 0) return;
			const result = await askBackground("keepCaptured", { answer: { id: await capturedIdOf(draft), ...record } });
			setFailure(result.ok ? undefined : result.reason);
			if (result.ok) setState({ name: "kept", kept: result.value, drafts: state.drafts });
		},
	};
}

function editing(drafts: CaptureDraft[], chosen: number): CaptureState {
	const record = drafts[chosen]?.record;
	return record ? { name: "editing", drafts, chosen, record, problems: [] } : { name: "unreadable", isPrivate: false };
}

async function readTab({ tabId, frameId }: CaptureSource): Promise<CapturedPage | "private" | "gone"> {
	const tab = await browser.tabs.get(tabId).catch(() => undefined);
	// What is read in a private window leaves no trace, here as everywhere.
	if (tab?.incognito) return "private";
	return (await askTab("capturePage", tabId, frameId)) ?? "gone";
}
