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

/** Whether a note was kept. "gone" if its answer is no longer on the list; "failed" if it can be tried again. */
export type NoteOutcome = "kept" | "gone" | "failed";

/** Where notes wait until they are kept, through the end of their page. */
export interface NoteDrafts {
	/** The notes that wait, by the id of their answer. */
	read: () => Map<string, string>;
	put: (id: string, note: string) => void;
	/** Takes out a note, unless another one waits by now. */
	remove: (id: string, note: string) => void;
}

/**
 * Notes are kept after a pause in typing, each by its own. What could not be kept stays pending and is tried again
 * with the next flush, or by the writer of another page: Chromium drops a message to a worker that sleeps if the page
 * that sent it is gone before the worker has started.
 */
export function createNoteWriter(
	keep: (id: string, note: string) => Promise<NoteOutcome>,
	drafts: NoteDrafts,
	pauseMs = TYPING_PAUSE_MS,
): NoteWriter {
	const pending = new Map<string, { note: string; waits: boolean; timer: ReturnType<typeof setTimeout> }>();
	const keepNow = async (id: string) => {
		const draft = pending.get(id);
		if (!draft) return;
		clearTimeout(draft.timer);
		// Another page has kept it, or goes on with it: what was typed there since must not be lost.
		if (draft.waits && drafts.read().get(id) !== draft.note) return void pending.delete(id);
		// Typed on meanwhile, it is another draft, and that one is kept in its turn.
		if ((await keep(id, draft.note)) === "failed" || pending.get(id) !== draft) return;
		pending.delete(id);
		drafts.remove(id, draft.note);
	};
	const write = (id: string, note: string) => {
		clearTimeout(pending.get(id)?.timer);
		// Where there is no room for it, it waits in this page alone.
		const waits = drafts.read().get(id) === note;
		pending.set(id, { note, waits, timer: setTimeout(() => void keepNow(id), pauseMs) });
	};
	for (const [id, note] of drafts.read()) write(id, note);
	return {
		write: (id, note) => {
			drafts.put(id, note);
			write(id, note);
		},
		pendingOf: (id) => pending.get(id)?.note,
		flush: () => {
			for (const id of pending.keys()) void keepNow(id);
		},
	};
}
