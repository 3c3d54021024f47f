import { useCallback, useState } from "react";

/** A set of ids that the reader puts some into and takes some out of. */
export function useIdSet(): { ids: ReadonlySet<string>; put: (ids: readonly string[], isIn: boolean) => void } {
	const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
	const put = useCallback((changed: readonly string[], isIn: boolean) => {
		setIds((before) => {
			const next = new Set(before);
			for (const id of changed) {
				if (isIn) next.add(id);
				else next.delete(id);
			}
			return next;
		});
	}, []);
	return { ids, put };
}
