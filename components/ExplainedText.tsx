import { createContext, Fragment, type ReactNode, useContext, useMemo } from "react";
import { i18n } from "#i18n";
import type { SymptomSummary } from "../data/schema";
import "./explained-text.css";

/** Words of a text that name another symptom, in UTF-16 units; `end` is exclusive. */
interface ExplainedTerm {
	start: number;
	end: number;
	symptom: Pick<SymptomSummary, "id" | "name">;
}

/** How the texts of a card explain the symptoms that they name. */
export interface Explaining {
	/** The words of a text that name another symptom, in order; none overlap. */
	termsIn: (text: string) => ExplainedTerm[];
	onOpen: (symptom: Pick<SymptomSummary, "id" | "name">) => void;
}

/** Without it, texts are words only. */
export const ExplainingContext = createContext<Explaining | undefined>(undefined);

/** A text of the card; the other symptoms that it names can be pressed to read what they are. */
export function ExplainedText({ text }: { text: string }) {
	const explaining = useContext(ExplainingContext);
	const terms = useMemo(() => explaining?.termsIn(text) ?? [], [explaining, text]);
	const parts: ReactNode[] = [];
	let from = 0;
	for (const { start, end, symptom } of terms) {
		parts.push(
			<Fragment key={start}>
				{text.slice(from, start)}
				<button
					type="button"
					className="term"
					title={i18n.t("card.opens", [symptom.name])}
					onClick={() => explaining?.onOpen(symptom)}
				>
					{text.slice(start, end)}
				</button>
			</Fragment>,
		);
		from = end;
	}
	return (
		<>
			{parts}
			{text.slice(from)}
		</>
	);
}
