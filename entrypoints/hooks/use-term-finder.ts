import { useEffect, useState } from "react";
import type { Explaining } from "../../components/ExplainedText";
import type { SymptomText } from "../../data/symptom-text";

/**
 * What finds the symptoms that a card's own texts name; undefined while it loads. It carries the whole lexicon, so the
 * card is painted first.
 */
export function useTermFinder(symptom: SymptomText | null | undefined): Explaining["termsIn"] | undefined {
	const [termsIn, setTermsIn] = useState<Explaining["termsIn"]>();
	useEffect(() => {
		setTermsIn(undefined);
		if (!symptom) return;
		let isCurrent = true;
		import("./find-terms").then(
			({ termFinder }) => isCurrent && setTermsIn(() => termFinder(symptom)),
			// Its file is part of the package; after an update of the extension it may be gone.
			() => undefined,
		);
		return () => {
			isCurrent = false;
		};
	}, [symptom]);
	return termsIn;
}
