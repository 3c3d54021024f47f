import { useEffect, useState } from "react";
import type { SymptomId } from "../../data/schema";
import { tellLookUp } from "../../lib/messaging/tell-look-up";

/** Tells the background which symptom is on show. A card that was only made ready, unseen, is not told. */
export function useLookUpNote(symptomId: SymptomId | undefined): void {
	const [isSeen, setSeen] = useState(false);
	useEffect(() => {
		const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting === true));
		observer.observe(document.documentElement);
		return () => observer.disconnect();
	}, []);
	useEffect(() => {
		if (isSeen && symptomId !== undefined) void tellLookUp(symptomId);
	}, [isSeen, symptomId]);
}
