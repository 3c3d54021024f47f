import { pause, type Session } from "./raw-browser";

/** How often the heap is looked at, in milliseconds. */
const POLL_MS = 100;

/** Does something and looks at the heap meanwhile; `peak` is in MB above what the tab held before. */
export async function watchHeap<T>(tab: Session, work: () => Promise<T>): Promise<{ result: T; peak: number }> {
	const idle = await heapMegabytes(tab);
	let peak = 0;
	let isDone = false;
	const result = work().finally(() => {
		isDone = true;
	});
	while (!isDone) {
		peak = Math.max(peak, (await usedMegabytes(tab)) - idle);
		await Promise.race([pause(POLL_MS), result]);
	}
	return { result: await result, peak };
}

/** What JavaScript holds in a tab after a collection, typed arrays included, in MB. */
export async function heapMegabytes(tab: Session): Promise<number> {
	await tab.send("HeapProfiler.collectGarbage");
	return usedMegabytes(tab);
}

async function usedMegabytes(tab: Session): Promise<number> {
	const { usedSize, backingStorageSize = 0 } = await tab.send<{ usedSize: number; backingStorageSize?: number }>(
		"Runtime.getHeapUsage",
	);
	return (usedSize + backingStorageSize) / 1_000_000;
}
