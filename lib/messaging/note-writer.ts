/** Pause in typing before a note is kept, in milliseconds: no write for every letter, and little to lose. */
const TYPING_PAUSE_MS = 500;

/** Keeps notes while they are being typed. */
export interface NoteWriter {
	/** Takes what stands in the field now; it is kept after a pause in typing. */
	write: (id: string, note: string) => void;
	/** What was typed and is not kept yet. */
	pendingOf: (id: string) => string | undefined;
	/** Keeps everything at once: the reader leaves the field or the page. */
	flush: () => void;
}

/**
 * Notes are kept after a pause in typing, each by its own. What could not be kept stays pending and is tried again
 * with the next flush. `keep` resolves to false if the note was not kept.
 */
export function createNoteWriter(
	keep: (id: string, note: string) => Promise<boolean>,
	pauseMs = TYPING_PAUSE_MS,
): NoteWriter {
	const pending = new Map<string, { note: string; timer: ReturnType<typeof setTimeout> }>();
	const keepNow = async (id: string) => {
		const draft = pending.get(id);
		if (!draft) return;
		clearTimeout(draft.timer);
		// Typed on meanwhile, it is another draft, and that one is kept in its turn.
		if ((await keep(id, draft.note)) && pending.get(id) === draft) pending.delete(id);
	};
	return {
		write: (id, note) => {
			clearTimeout(pending.get(id)?.timer);
			pending.set(id, { note, timer: setTimeout(() => void keepNow(id), pauseMs) });
		},
		pendingOf: (id) => pending.get(id)?.note,
		flush: () => {
			for (const id of pending.keys()) void keepNow(id);
		},
	};
}
