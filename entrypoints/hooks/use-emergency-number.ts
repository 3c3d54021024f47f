import { readEmergencyNumber, setEmergencyNumber, watchEmergencyNumber } from "../../lib/emergency-number";
import { useStored } from "./use-stored";

/** The emergency number that the reader has set, empty if none, and how to set it. */
export function useEmergencyNumber(): [number: string, set: (number: string) => void] {
	// If it cannot be read, "your local emergency number" is right as well.
	const [number, setNumber] = useStored("", readEmergencyNumber, watchEmergencyNumber);
	return [number, (changed) => void setEmergencyNumber(changed).then(setNumber, () => undefined)];
}
