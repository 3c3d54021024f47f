import { Document } from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

/** What peers are given of an answer. */
export interface PeerRecord {
	id: number;
	title: string;
	text: string;
}

/** Names of the searches that ours is compared with. */
export type PeerName = "fuse" | "minisearch" | "flexsearch";

/** How many results are asked for, as many as ours shows. */
const LIMIT = 20;

/** A search in memory; `add` has been given every record before the first `search`. */
export interface Peer {
	add: (records: PeerRecord[]) => void;
	/** Returns how many were found. */
	search: (query: string) => number;
}

/** Prepares one of the peers with the options that a product of this kind would take. */
export const peers: Record<PeerName, () => Peer> = {
	fuse: () => {
		const fuse = new Fuse<PeerRecord>([], { keys: ["title", "text"], ignoreLocation: true });
		return {
			add: (records) => {
				for (const record of records) fuse.add(record);
			},
			search: (query) => fuse.search(query, { limit: LIMIT }).length,
		};
	},
	minisearch: () => {
		const index = new MiniSearch<PeerRecord>({
			fields: ["title", "text"],
			searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
		});
		return { add: (records) => index.addAll(records), search: (query) => index.search(query).slice(0, LIMIT).length };
	},
	flexsearch: () => {
		const index = new Document({ document: { id: "id", index: ["title", "text"] }, tokenize: "forward" });
		return {
			add: (records) => {
				for (const { id, title, text } of records) index.add({ id, title, text });
			},
			search: (query) =>
				new Set(index.search(query, { limit: LIMIT, suggest: true }).flatMap(({ result }) => result)).size,
		};
	},
};
