import { useCallback, useState } from "react";
import type { SymptomId, SymptomSummary } from "../../data/schema";
import { useCardTools } from "./use-card-tools";
import { useEmergencyNumber } from "./use-emergency-number";

/** The cards on show, and what the page around them does for each. */
export interface CardTrailView extends ReturnType<typeof useCardTools> {
	/** Names what the first card is of. */
	start: string | undefined;
	/** The symptoms that the reader opened from it and from each other; the last is on top. */
	trail: SymptomId[];
	/** The reader's; empty while none is set. */
	emergencyNumber: string;
	open: (symptom: Pick<SymptomSummary, "id">) => void;
	/** Leaves the card on top, if it was opened from another. */
	back: () => void;
}

/** The state of a `CardTrail`. Another `start` begins with its first card. */
export function useCardTrail(start: string | undefined): CardTrailView {
	const [trail, setTrail] = useState<SymptomId[]>([]);
	const [trailOf, setTrailOf] = useState(start);
	if (start !== trailOf) {
		setTrailOf(start);
		setTrail([]);
	}
	const [emergencyNumber] = useEmergencyNumber();
	const around = useCardTools(`${start} ${trail.join(" ")}`);
	const open = useCallback(({ id }: Pick<SymptomSummary, "id">) => setTrail((before) => [...before, id]), []);
	const back = useCallback(() => setTrail((before) => before.slice(0, -1)), []);
	return { start, trail, emergencyNumber, open, back, ...around };
}
