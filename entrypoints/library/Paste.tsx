import { useCallback, useRef, useState } from "react";
import { i18n } from "#i18n";
import { FoundTerms } from "../../components/FoundTerms";
import { MarkedText } from "../../components/MarkedText";
import { PasteField } from "../../components/PasteField";
import type { Mention } from "../../lib/detection/find-mentions";
import { type PastedTerm, termOf } from "../../lib/paste/found-symptoms";
import { LONGEST_PASTE, type PastedParagraph } from "../../lib/paste/read-paste";
import { readTextFile } from "../../lib/paste/text-file";
import { symptomNameOf } from "../hooks/symptom-name";
import { TermCard } from "../hooks/TermCard";
import { type PasteState, usePaste } from "../hooks/use-paste";
import "../content/highlight.css";
import "./paste.css";

const NO_PARAGRAPHS: PastedParagraph[] = [];

/** A text of the reader, explained where it is pasted. Nothing of it is stored. */
export function Paste() {
	const [text, setText] = useState("");
	const [problem, setProblem] = useState<"too-large" | "no-text">();
	const [term, setTerm] = useState<PastedTerm>();
	const opener = useRef<Element>(null);
	const state = usePaste(text);
	const paragraphs = state.name === "ready" ? state.paragraphs : NO_PARAGRAPHS;

	const change = (changed: string) => {
		setProblem(undefined);
		setTerm(undefined);
		setText(changed);
	};
	const open = useCallback(
		(place: number, mention: Mention) => {
			opener.current = document.activeElement;
			setTerm(termOf(paragraphs, place, mention));
		},
		[paragraphs],
	);
	const close = () => {
		setTerm(undefined);
		if (opener.current instanceof HTMLElement) opener.current.focus();
	};
	const readFile = async (file: File) => {
		const read = await readTextFile(file);
		if ("text" in read) change(read.text);
		else setProblem(read.problem);
	};
	return (
		<div className="paste">
			<p className="quiet">{i18n.t("paste.intro")}</p>
			<PasteField text={text} limit={LONGEST_PASTE} onText={change} onFile={(file) => void readFile(file)} />
			{problem && <p role="alert">{i18n.t(problem === "too-large" ? "paste.tooLarge" : "paste.noText")}</p>}
			<p role="status">{describe(state)}</p>
			{state.name === "ready" && (
				<div className="paste-result">
					{state.symptoms.length > 0 && (
						<section className="paste-terms" aria-label={i18n.t("paste.terms")}>
							<h3>{i18n.t("paste.terms")}</h3>
							<FoundTerms
								symptoms={state.symptoms.map(({ symptomId, found }) => ({
									id: symptomId,
									name: symptomNameOf(symptomId),
									found,
								}))}
								onOpen={(_, { places: [first] }) => first && open(first.paragraph, first.mention)}
							/>
						</section>
					)}
					<section className="paste-text" aria-label={i18n.t("paste.text")}>
						<h3>{i18n.t("paste.text")}</h3>
						<MarkedText paragraphs={state.paragraphs} onPress={open} />
					</section>
					{term && (
						// biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card from anywhere in it
						<div className="paste-card" onKeyDown={({ key }) => key === "Escape" && close()}>
							<TermCard
								key={`${term.symptomId} ${term.words} ${term.sentence}`}
								term={term}
								pageTitle={i18n.t("paste.pageTitle")}
								takesFocus
								onClose={close}
							/>
						</div>
					)}
				</div>
			)}
		</div>
	);
}

function describe(state: PasteState): string {
	switch (state.name) {
		case "empty":
			return "";
		case "reading":
			return i18n.t("paste.reading");
		case "failed":
			return i18n.t("paste.failed");
		case "ready": {
			const found = i18n.t("paste.found", state.symptoms.length);
			return state.isCut ? `${found} ${i18n.t("paste.cut", [LONGEST_PASTE.toLocaleString()])}` : found;
		}
	}
}
