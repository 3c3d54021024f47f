import { useEffect, useState } from "react";
import { readEmergencyNumber, setEmergencyNumber, watchEmergencyNumber } from "../../lib/emergency-number";

/** The emergency number that the reader has set, empty if none, and how to set it. */
export function useEmergencyNumber(): [number: string, set: (number: string) => void] {
	const [number, setNumber] = useState("");
	useEffect(() => {
		const stopping = new AbortController();
		watchEmergencyNumber(setNumber, stopping.signal);
		// If it cannot be read, "your local emergency number" is right as well.
		readEmergencyNumber().then(setNumber, () => undefined);
		return () => stopping.abort();
	}, []);
	return [number, (changed) => void setEmergencyNumber(changed).then(setNumber, () => undefined)];
}
