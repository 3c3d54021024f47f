import { type Dispatch, type SetStateAction, useEffect, useState } from "react";

/**
 * Something that is stored, kept up to date, and a way to show a change at once. `initial` until it is read, and where
 * it cannot be read. `read` and `watch` have to be the same functions each time.
 */
export function useStored<T>(
	initial: T,
	read: () => Promise<T>,
	watch: (onChange: (value: T) => void, signal: AbortSignal) => void,
): [value: T, show: Dispatch<SetStateAction<T>>] {
	const [value, setValue] = useState(initial);
	useEffect(() => {
		const stopping = new AbortController();
		watch(setValue, stopping.signal);
		read().then(setValue, () => undefined);
		return () => stopping.abort();
	}, [read, watch]);
	return [value, setValue];
}
