import type { NoteDrafts } from "../../lib/messaging/note-writer";

const PREFIX = "note ";

/** Notes that wait to be kept, in `localStorage`: it is written before the page can end, which no database promises. */
export const storedDrafts: NoteDrafts = {
	read: () =>
		new Map(
			Object.entries(localStorage)
				.filter(([key]) => key.startsWith(PREFIX))
				.map(([key, note]) => [key.slice(PREFIX.length), note]),
		),
	put: (id, note) => {
		try {
			localStorage.setItem(PREFIX + id, note);
		} catch {
			// It is full: then the note waits in its page alone.
		}
	},
	remove: (id, note) => {
		if (localStorage.getItem(PREFIX + id) === note) localStorage.removeItem(PREFIX + id);
	},
};

/** Forgets every note that waits, as its answers are deleted. */
export function forgetDrafts(): void {
	for (const id of storedDrafts.read().keys()) localStorage.removeItem(PREFIX + id);
}
