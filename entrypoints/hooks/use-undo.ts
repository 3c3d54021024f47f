import { useCallback, useState } from "react";
import type { Result } from "../../lib/messaging/protocol";

/** What was done last, in words, and how to take it back. */
export interface Undoable {
	done: string;
	undo: () => Promise<Result<unknown>>;
}

/**
 * Does one thing after another; the last one can be undone. A failure is told in words and leaves nothing to undo;
 * `failed` has the words for it.
 */
export function useUndo(failed: (result: Result<unknown>) => string | undefined) {
	const [last, setLast] = useState<Undoable>();
	const [failure, setFailure] = useState<string>();
	const act = useCallback(
		async <T>(change: Promise<Result<T>>, undoOf: (value: T) => Undoable | undefined): Promise<boolean> => {
			const result = await change;
			setFailure(failed(result));
			setLast(result.ok ? undoOf(result.value) : undefined);
			return result.ok;
		},
		[failed],
	);
	const undo = async () => {
		if (!last) return;
		const result = await last.undo();
		setFailure(failed(result));
		if (result.ok) setLast(undefined);
	};
	return { act, failure, setFailure, done: last?.done, undo, close: () => setLast(undefined) };
}
