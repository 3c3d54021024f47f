import { useCallback, useEffect, useState } from "react";
import { i18n } from "#i18n";
import type { ShownLookUp } from "../../components/LookUps";
import type { SymptomId } from "../../data/schema";
import { remembersLookUps, setRemembersLookUps, watchRemembersLookUps } from "../../lib/look-up-memory";
import { askBackground } from "../../lib/messaging/messenger";
import { symptomNameOf } from "./symptom-name";
import { useStored } from "./use-stored";

/** What the reader looked up last, and whether it is remembered at all. */
export function useLookUps() {
	const [lookUps, setLookUps] = useState<ShownLookUp[]>([]);
	const [cannotRead, setCannotRead] = useState(false);
	const [cannotForget, setCannotForget] = useState(false);
	const [isOn, setOn] = useStored(false, remembersLookUps, watchRemembersLookUps);
	const read = useCallback(async () => {
		const result = await askBackground("listLookUps", undefined);
		setCannotRead(!result.ok);
		if (result.ok) setLookUps(result.value.map((lookUp) => ({ ...lookUp, name: symptomNameOf(lookUp.symptomId) })));
	}, []);
	useEffect(() => {
		void read();
		// Cards open in other tabs; when the reader comes back here, the list is what it is now.
		document.addEventListener("visibilitychange", read);
		return () => document.removeEventListener("visibilitychange", read);
	}, [read]);
	return {
		lookUps,
		/** What did not work the last time, in words. */
		failure: cannotRead ? i18n.t("lookUps.unreadable") : cannotForget ? i18n.t("lookUps.failed") : undefined,
		isOn,
		/** Forgets one, or with null all. */
		forget: async (symptomId: SymptomId | null) => {
			setCannotForget(!(await askBackground("forgetLookUps", { symptomId })).ok);
			await read();
		},
		setOn: (isWanted: boolean) =>
			void setRemembersLookUps(isWanted).then(
				() => setOn(isWanted),
				() => undefined,
			),
	};
}
