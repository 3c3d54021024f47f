import { specialties } from "virtual:specialties";
import { useCallback, useEffect, useRef } from "react";
import { setKnown } from "../../lib/hidden-words";

/**
 * "I know this word", said in a card over a page. What was said is kept when the card has gone, not before: a change of
 * what is marked closes every card, and the way to take it back with it. Call `keep` as the card goes; a card whose page
 * goes keeps it by itself.
 */
export function useKnownWord(): { say: (symptomId: string, isKnown: boolean) => void; keep: () => void } {
	const said = useRef(new Set<string>());
	const keep = useCallback(() => {
		for (const symptomId of said.current) void setKnown(symptomId, true, specialties).catch(() => undefined);
		said.current.clear();
	}, []);
	useEffect(() => {
		addEventListener("pagehide", keep);
		return () => removeEventListener("pagehide", keep);
	}, [keep]);
	const say = useCallback((symptomId: string, isKnown: boolean) => {
		if (isKnown) said.current.add(symptomId);
		else said.current.delete(symptomId);
	}, []);
	return { say, keep };
}
