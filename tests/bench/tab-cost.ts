import type { ProtocolEvent, RawBrowser, Session } from "./raw-browser";

/** One event of a trace, as far as the bench asks. */
export interface TraceEvent {
	name: string;
	ph: string;
	/** Process and thread. */
	pid: number;
	tid: number;
	/** When it began; CPU and wall time; in microseconds. */
	ts: number;
	tdur?: number;
	dur?: number;
	args?: object | undefined;
}

/** True for an event that names a script of an extension. */
export function isOfExtension({ args }: Pick<TraceEvent, "args">): boolean {
	return JSON.stringify(args ?? {}).includes("chrome-extension://");
}

/** Everything that the main thread of the tab did so far, in CPU milliseconds; wants `Performance.enable` with `threadTicks`. */
export async function taskDuration(tab: Session): Promise<number> {
	const { metrics } = await tab.send<{ metrics: { name: string; value: number }[] }>("Performance.getMetrics");
	return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

/** JavaScript heap of the tab, all its scripts together, after a collection, in KB. */
export async function heapOf(tab: Session): Promise<number> {
	await tab.send("HeapProfiler.collectGarbage");
	const { usedSize } = await tab.send<{ usedSize: number }>("Runtime.getHeapUsage");
	return usedSize / 1_000;
}

/** Does something and returns what the browser did meanwhile, in events of the given categories. */
export async function traceDuring(
	browser: RawBrowser,
	includedCategories: string[],
	action: () => Promise<void>,
): Promise<TraceEvent[]> {
	const events: TraceEvent[] = [];
	const { promise: complete, resolve } = Promise.withResolvers<void>();
	const stop = browser.listen(({ method, params }: ProtocolEvent) => {
		if (method === "Tracing.dataCollected") events.push(...(params as { value: TraceEvent[] }).value);
		if (method === "Tracing.tracingComplete") resolve();
	});
	await browser.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
	await action();
	await browser.send("Tracing.end");
	await complete;
	stop();
	return events;
}
