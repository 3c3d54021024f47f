import { isOfExtension, type TraceEvent } from "./tab-cost";

/** Work in one go that is felt, in milliseconds. */
export const LONG_TASK_MS = 50;

const SCRIPT_EVENTS = new Set(["EvaluateScript", "FunctionCall", "v8.compile"]);

/** What scripts of an extension did on the main thread. */
export interface OwnWork {
	/** Tasks of more than `LONG_TASK_MS` in which scripts of an extension ran. */
	longTasks: number;
	/** How long scripts of an extension ran, in CPU milliseconds; the rest is what the browser does for them. */
	own: number;
	/** The longest that they ran within one task, in milliseconds. */
	longestOwn: number;
}

/** The part of an extension in a trace. Tasks hold the runs of scripts that began in them on the same thread. */
export function ownWork(events: TraceEvent[]): OwnWork {
	const whole = events.filter(({ ph }) => ph === "X").sort((one, other) => one.ts - other.ts);
	const scripts = whole.filter(({ name, args }) => SCRIPT_EVENTS.has(name) && isOfExtension({ args }));
	let own = 0;
	let longTasks = 0;
	let longestOwn = 0;
	for (const task of whole.filter(({ name }) => name === "RunTask")) {
		const { pid, tid, ts, dur = 0 } = task;
		const runs = outermost(
			scripts.filter((run) => run.pid === pid && run.tid === tid && run.ts >= ts && run.ts < ts + dur),
		);
		if (runs.length > 0 && dur > LONG_TASK_MS * 1_000) longTasks++;
		own += runs.reduce((sum, run) => sum + (run.tdur ?? run.dur ?? 0), 0) / 1_000;
		longestOwn = Math.max(longestOwn, runs.reduce((sum, run) => sum + (run.dur ?? 0), 0) / 1_000);
	}
	return { own, longTasks, longestOwn };
}

/** Runs of scripts without those inside others; they come in the order of their beginnings. */
function outermost(runs: TraceEvent[]): TraceEvent[] {
	let end = 0;
	return runs.filter(({ ts, dur = 0 }) => {
		const isInside = ts < end;
		end = Math.max(end, ts + dur);
		return !isInside;
	});
}
