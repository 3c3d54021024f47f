import { wordAt } from "../search/packed-words";
import type { TitleBlock } from "./facet-columns";

/** A sorted run of titles, block by block. */
export interface TitleRun {
	/** What is added to a document's number to make it one of the library. */
	base: number;
	blocks: AsyncIterator<TitleBlock>;
}

interface Head {
	run: TitleRun;
	/** Place of the run among all: of equal titles the one of the earlier run comes first. */
	place: number;
	block: TitleBlock;
	at: number;
	title: string;
}

/**
 * For each document of the library its rank among all titles, A to Z; `runs` are in
 * the order of the library. Holds one block of each run.
 */
export async function rankTitles(runs: readonly TitleRun[], documentCount: number): Promise<Uint32Array> {
	const ranks = new Uint32Array(documentCount);
	const heap: Head[] = [];
	for (const [place, run] of runs.entries()) {
		const block = await nextBlock(run);
		if (block) heap.push({ run, place, block, at: 0, title: wordAt(block.titles, 0) });
	}
	for (let place = heap.length >> 1; place >= 0; place--) sink(heap, place);
	for (let rank = 0; ; rank++) {
		const head = heap[0];
		if (!head) return ranks;
		ranks[head.run.base + (head.block.documents[head.at] as number)] = rank;
		head.at++;
		if (head.at === head.block.documents.length) {
			const block = await nextBlock(head.run);
			if (block) {
				head.block = block;
				head.at = 0;
			} else {
				const last = heap.pop() as Head;
				if (heap.length === 0) return ranks;
				if (last !== head) heap[0] = last;
				sink(heap, 0);
				continue;
			}
		}
		head.title = wordAt(head.block.titles, head.at);
		sink(heap, 0);
	}
}

async function nextBlock({ blocks }: TitleRun): Promise<TitleBlock | undefined> {
	const { value, done } = await blocks.next();
	return done ? undefined : value;
}

function sink(heap: Head[], from: number): void {
	const sinking = heap[from];
	if (!sinking) return;
	let place = from;
	for (;;) {
		const left = heap[2 * place + 1];
		if (!left) break;
		const right = heap[2 * place + 2];
		const [child, at] = right && comesFirst(right, left) ? [right, 2 * place + 2] : [left, 2 * place + 1];
		if (!comesFirst(child, sinking)) break;
		heap[place] = child;
		place = at;
	}
	heap[place] = sinking;
}

function comesFirst(one: Head, other: Head): boolean {
	return one.title === other.title ? one.place < other.place : one.title < other.title;
}
