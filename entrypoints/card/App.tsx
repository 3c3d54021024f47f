import { symptomIndex } from "virtual:symptom-index";
import { useMemo } from "react";
import { i18n } from "#i18n";
import type { CardPort } from "../../lib/messaging/card-port";
import { CardTrail } from "../hooks/CardTrail";
import { contextOf } from "../hooks/term-context";
import { useCardTrail } from "../hooks/use-card-trail";
import { useKnownWord } from "../hooks/use-known-word";
import { useLookUpNote } from "../hooks/use-look-up-note";
import { usePressGuard } from "../hooks/use-press-guard";
import { CardSizeHandle } from "./CardSizeHandle";
import { reportingOf } from "./shown-term";
import { useShownTerm } from "./use-shown-term";

/** The card in its frame: follows what the content script shows and what the reader opens from there. */
export function App({ port }: { port: CardPort }) {
	const knownWord = useKnownWord();
	const { shown, grows } = useShownTerm(port, knownWord.keep);
	// Pinning sends the same term again and must not lead away from what the reader opened; another term does.
	const term = shown && `${shown.symptomId} ${shown.start} ${shown.text}`;
	const view = useCardTrail(term);
	const context = useMemo(() => contextOf(shown), [shown]);
	useLookUpNote(view.trail.at(-1) ?? symptomIndex.find(({ id }) => id === shown?.symptomId)?.id);
	const refused = usePressGuard(term);

	if (!shown) return null;
	const { symptomId, words, assertion, post, isPinned } = shown;
	return (
		<>
			<CardTrail
				view={view}
				first={{ symptomId, found: { words, assertion }, context, post, report: reportingOf(shown) }}
				className={`grows-${grows}`}
				// The keyboard may come into the frame before the text does.
				takesFocus="if-held"
				onKnown={knownWord.say}
				float={{
					onPin: isPinned ? undefined : () => port.send({ type: "pin" }),
					onClose: () => port.send({ type: "close" }),
				}}
			/>
			{refused > 0 && (
				<p key={refused} role="alert" className="card-refused">
					{i18n.t("card.refused")}
				</p>
			)}
			<CardSizeHandle port={port} grows={grows} isPinned={isPinned} />
		</>
	);
}
