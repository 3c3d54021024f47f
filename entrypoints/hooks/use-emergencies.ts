import { useEffect, useState } from "react";
import type { ShownEmergency } from "../../data/emergency-schema";

const NONE: ShownEmergency[] = [];

/** The emergencies that the paragraphs of a post describe. The card explains at once; finding them loads the detector first. */
export function useEmergencies(post: string[] | undefined): ShownEmergency[] {
	const [found, setFound] = useState<{ text: string; emergencies: ShownEmergency[] }>();
	// The same post comes again, as another array, when the card is pinned.
	const text = post && JSON.stringify(post);
	useEffect(() => {
		if (text === undefined) return;
		let isCurrent = true;
		import("./find-in-post").then(
			({ findInPost }) => isCurrent && setFound({ text, emergencies: findInPost(JSON.parse(text)) }),
			// Its file is part of the package; after an update of the extension it may be gone.
			() => undefined,
		);
		return () => {
			isCurrent = false;
		};
	}, [text]);
	return found && found.text === text ? found.emergencies : NONE;
}
