import { useCallback, useState } from "react";

/** A set of ids that the reader marks and unmarks. */
export function useMarks(): { marked: ReadonlySet<string>; mark: (ids: readonly string[], isMarked: boolean) => void } {
	const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
	const mark = useCallback((ids: readonly string[], isMarked: boolean) => {
		setMarked((before) => {
			const next = new Set(before);
			for (const id of ids) {
				if (isMarked) next.add(id);
				else next.delete(id);
			}
			return next;
		});
	}, []);
	return { marked, mark };
}
