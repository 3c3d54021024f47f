import type { SavedAnswer } from "../messaging/protocol";
import { foldText } from "../search/fold-text";

/** Saved answers that seem to be one and the same. */
export interface DuplicateGroup {
	title: string;
	/** Two or more. */
	ids: string[];
}

interface Seen {
	id: string;
	packId: string;
	title: string;
}

/**
 * Finds questions that are saved more than once: those with the same title and replies, whatever the pack, and those
 * from two packs with the same address. An address with two saved answers of one pack says nothing: pages of
 * health services answer several questions.
 */
export class DuplicateFinder {
	readonly #byText = new Map<string, Seen[]>();
	readonly #byAddress = new Map<string, Seen[]>();

	add({ id, packId, snapshot }: SavedAnswer): void {
		const seen = { id, packId, title: snapshot.title };
		put(this.#byText, plain([snapshot.title, ...snapshot.replies.map(({ text }) => text)].join(" ")), seen);
		if (snapshot.url !== null) put(this.#byAddress, addressKey(snapshot.url), seen);
	}

	/** Groups in the order in which their first answers were seen; no answer stands in two. */
	groups(): DuplicateGroup[] {
		const grouped = new Set<string>();
		const groups: DuplicateGroup[] = [];
		const sameAddress = [...this.#byAddress.values()].filter(isOneOfEachPack);
		for (const candidates of [...this.#byText.values(), ...sameAddress]) {
			const left = candidates.filter(({ id }) => !grouped.has(id));
			const [first] = left;
			if (!first || left.length < 2) continue;
			for (const { id } of left) grouped.add(id);
			groups.push({ title: first.title, ids: left.map(({ id }) => id) });
		}
		return groups;
	}
}

function isOneOfEachPack(seen: readonly Seen[]): boolean {
	return new Set(seen.map(({ packId }) => packId)).size === seen.length;
}

function put(groups: Map<string, Seen[]>, key: string, seen: Seen): void {
	const group = groups.get(key);
	if (group) group.push(seen);
	else groups.set(key, [seen]);
}

function plain(text: string): string {
	return foldText(text)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

// Where on a page, and by which protocol, makes no other page.
function addressKey(url: string): string {
	return url
		.replace(/^https?:\/\/(?:www\.)?/i, "")
		.replace(/#.*$/, "")
		.replace(/\/$/, "");
}
