import { Worker } from "node:worker_threads";

/** Longer than any fifty inputs take, making a failure small included, on a machine that is busy with other things. */
const LONGEST_MS = 180_000;

// In a thread of its own: code that never ends lets no timer of its own thread run.
const WATCHER = `
const { parentPort, workerData } = require("node:worker_threads");
let timer;
parentPort.on("message", (what) => {
	clearTimeout(timer);
	timer = setTimeout(() => {
		require("node:fs").writeSync(2, "\\nBROKEN, no end after " + workerData / 1000 + " s: " + what + "\\n");
		process.kill(process.pid, "SIGKILL");
	}, workerData);
});`;

/** Starts to watch. Tell it what is tried next: if then nothing follows for three minutes, it says so and ends the process. */
export function watchHangs(longestMs = LONGEST_MS): (what: string) => void {
	const watcher = new Worker(WATCHER, { eval: true, workerData: longestMs });
	watcher.unref();
	return (what) => watcher.postMessage(what);
}
