import { spawnSync } from "node:child_process";
import type { Browser, CDPSession } from "puppeteer-core";

/** Between two looks at the stack, in microseconds: fine enough for minutes, and cheap. */
const INTERVAL_US = 1_000;

/** What the extension took of the processor while the browser was in use. */
export interface CpuShare {
	/** All processes of the browser together, in CPU seconds. */
	browser: number;
	/** The process of the extension's own pages and its worker, in CPU seconds. */
	ownProcess: number;
	/** Our scripts in pages, and what they called, in seconds. */
	inPages: number;
	/** Everything that ran in the pages' main threads, in seconds. */
	pages: number;
	/** Our part of what the whole browser used: 0.1 is 10 %. */
	share: number;
}

interface ProcessInfo {
	id: number;
	cpuTime: number;
}

/**
 * Adds up what the extension costs: all of its own process, and of the pages' processes
 * the time in which a script of ours was on the stack. What the browser lays out and
 * paints for the underlines is not told apart; `npm run bench:pages` measures it.
 */
export class CpuMeter {
	readonly #session: CDPSession;
	/** By process, in seconds: when it was first seen, and when last; one that has ended keeps what it used. */
	readonly #used = new Map<number, { first: number; last: number; isOwn: boolean }>();
	#isStarted = false;
	#inPages = 0;
	#pages = 0;

	private constructor(session: CDPSession) {
		this.#session = session;
	}

	static async start(browser: Browser): Promise<CpuMeter> {
		const meter = new CpuMeter(await browser.target().createCDPSession());
		await meter.look();
		meter.#isStarted = true;
		return meter;
	}

	/** Notes what each process has used so far; to be called often, because processes end. */
	async look(): Promise<void> {
		const { processInfo } = (await this.#session.send("SystemInfo.getProcessInfo")) as { processInfo: ProcessInfo[] };
		for (const { id, cpuTime } of processInfo) {
			const known = this.#used.get(id);
			if (known) known.last = cpuTime;
			else this.#used.set(id, { first: this.#isStarted ? 0 : cpuTime, last: cpuTime, isOwn: isExtensionProcess(id) });
		}
	}

	/** Does something and notes whose scripts ran in the tab meanwhile. */
	async watch<T>(tab: CDPSession, work: () => Promise<T>): Promise<T> {
		await tab.send("Profiler.enable");
		await tab.send("Profiler.setSamplingInterval", { interval: INTERVAL_US });
		await tab.send("Profiler.start");
		try {
			return await work();
		} finally {
			// A tab that came into another process meanwhile has nothing to tell of this one.
			const stopped = await tab.send("Profiler.stop").catch(() => undefined);
			await tab.send("Profiler.disable");
			if (stopped) this.#add(stopped.profile);
		}
	}

	async stop(): Promise<CpuShare> {
		await this.look();
		const processes = [...this.#used.values()].map(({ first, last, isOwn }) => ({ used: last - first, isOwn }));
		const sum = (some: typeof processes) => some.reduce((total, { used }) => total + used, 0);
		const browser = sum(processes);
		const ownProcess = sum(processes.filter(({ isOwn }) => isOwn));
		return {
			browser,
			ownProcess,
			inPages: this.#inPages,
			pages: this.#pages,
			share: (ownProcess + this.#inPages) / browser,
		};
	}

	#add({ nodes, samples = [], timeDeltas = [] }: Profile): void {
		const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
		const byId = new Map(nodes.map((node) => [node.id, node]));
		const isOurs = (id: number | undefined): boolean => {
			for (let at = id; at !== undefined; at = parents.get(at)) {
				if (byId.get(at)?.callFrame.url.startsWith("chrome-extension://")) return true;
			}
			return false;
		};
		const ours = new Set(nodes.map(({ id }) => id).filter(isOurs));
		for (const [index, id] of samples.entries()) {
			if (byId.get(id)?.callFrame.functionName === "(idle)") continue;
			const seconds = Math.max(0, timeDeltas[index] ?? 0) / 1_000_000;
			this.#pages += seconds;
			if (ours.has(id)) this.#inPages += seconds;
		}
	}
}

interface Profile {
	nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
	samples?: number[];
	timeDeltas?: number[];
}

// The protocol does not say what a process is for; its command line does. Where there is no `ps`, none is ours.
function isExtensionProcess(id: number): boolean {
	const { stdout } = spawnSync("ps", ["-ww", "-o", "args=", "-p", String(id)], { encoding: "utf8" });
	return stdout?.includes("--extension-process") ?? false;
}
