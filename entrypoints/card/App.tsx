import { symptomIndex } from "virtual:symptom-index";
import { useCallback, useMemo, useState } from "react";
import { i18n } from "#i18n";
import { FoldingContext } from "../../components/FoldedPart";
import { UnknownSymptom } from "../../components/UnknownSymptom";
import type { SymptomId, SymptomSummary } from "../../data/schema";
import type { CardPort } from "../../lib/messaging/card-port";
import { useCardTools } from "../hooks/use-card-tools";
import { useEmergencies } from "../hooks/use-emergencies";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { useKnownWord } from "../hooks/use-known-word";
import { logActionsOf } from "../hooks/use-log";
import { useLookUpNote } from "../hooks/use-look-up-note";
import { usePressGuard } from "../hooks/use-press-guard";
import { CardLayer } from "./CardLayer";
import { CardSizeHandle } from "./CardSizeHandle";
import { contextOf, reportingOf } from "./shown-term";
import { useShownTerm } from "./use-shown-term";

/** The card in its frame: follows what the content script shows and what the reader opens from there. */
export function App({ port }: { port: CardPort }) {
	const knownWord = useKnownWord();
	const { shown, grows } = useShownTerm(port, knownWord.keep);
	const [trail, setTrail] = useState<SymptomId[]>([]);
	// Pinning sends the same term again and must not lead away from what the reader opened; another term does.
	const term = shown && `${shown.symptomId} ${shown.start} ${shown.text}`;
	const [trailOf, setTrailOf] = useState(term);
	if (term !== trailOf) {
		setTrailOf(term);
		setTrail([]);
	}
	const shownId = symptomIndex.find(({ id }) => id === shown?.symptomId)?.id;
	const context = useMemo(() => contextOf(shown), [shown]);
	useLookUpNote(trail.at(-1) ?? shownId);
	const emergencies = useEmergencies(shown?.post);
	const [emergencyNumber] = useEmergencyNumber();
	const refused = usePressGuard(term);
	const { tools, folding } = useCardTools(`${term} ${trail.join(" ")}`);
	const open = useCallback(({ id }: Pick<SymptomSummary, "id">) => setTrail((before) => [...before, id]), []);
	const back = useCallback(() => setTrail((before) => before.slice(0, -1)), []);

	if (!shown || !tools) return null;
	if (shownId === undefined) return <UnknownSymptom />;
	const common = {
		emergencies,
		emergencyNumber,
		onOpenSymptom: open,
		float: {
			isPinned: shown.isPinned,
			onPin: () => port.send({ type: "pin" }),
			onClose: () => port.send({ type: "close" }),
		},
	};
	return (
		<FoldingContext value={folding}>
			<div className={`card-layers grows-${grows}`}>
				<CardLayer
					key={term}
					symptomId={shownId}
					context={context}
					said={shown.assertion}
					words={shown.words}
					assertion={shown.assertion}
					isOnTop={trail.length === 0}
					tools={{ ...tools, report: reportingOf(shown) }}
					onKnown={(isKnown) => knownWord.say(shownId, isKnown)}
					log={logActionsOf(shownId)}
					{...common}
				/>
				{trail.map((id, depth) => (
					<CardLayer
						// biome-ignore lint/suspicious/noArrayIndexKey: the same symptom may lie on the trail twice
						key={`${depth} ${id}`}
						symptomId={id}
						context={context}
						said={null}
						isOnTop={depth === trail.length - 1}
						takesFocus
						onBack={back}
						tools={tools}
						onKnown={(isKnown) => knownWord.say(id, isKnown)}
						log={logActionsOf(id)}
						{...common}
					/>
				))}
			</div>
			{refused > 0 && (
				<p key={refused} role="alert" className="card-refused">
					{i18n.t("card.refused")}
				</p>
			)}
			<CardSizeHandle port={port} grows={grows} isPinned={shown.isPinned} />
		</FoldingContext>
	);
}
