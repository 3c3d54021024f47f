import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { ensureBrowser } from "../../scripts/find-browser.mjs";

/** What a target of the browser is, as far as the bench asks. */
export interface TargetInfo {
	targetId: string;
	type: string;
	url: string;
}

/** One event of the DevTools protocol. */
export interface ProtocolEvent {
	method: string;
	params: unknown;
	sessionId?: string;
}

/** Sends a command of the DevTools protocol and returns its result; the caller names the result's type. */
type Send = <T = unknown>(method: string, params?: object) => Promise<T>;

/** Where scripts can be evaluated: a tab or a frame of it. */
export interface Session {
	id: string;
	targetId: string;
	send: Send;
	/** Runs a function there. It is sent as text, so it sees its arguments and nothing else of ours. */
	evaluate: <T, A extends readonly unknown[]>(run: (...args: A) => T | Promise<T>, ...args: A) => Promise<T>;
}

/**
 * A Chromium driven over the bare DevTools protocol. Puppeteer attaches to every
 * service worker, and a worker with a debugger never falls asleep; here nothing
 * is attached that is not asked for.
 */
export class RawBrowser {
	readonly #process: ChildProcess;
	readonly #profile: string;
	readonly #input: Writable;
	readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
	readonly #listeners = new Set<(event: ProtocolEvent) => void>();
	readonly #kill = () => this.#process.kill("SIGKILL");
	#received = "";
	#lastId = 0;

	constructor() {
		this.#profile = mkdtempSync(join(tmpdir(), "symptom-lens-bench-"));
		this.#process = spawn(ensureBrowser("chromium"), [...FLAGS, `--user-data-dir=${this.#profile}`, "about:blank"], {
			stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
		});
		this.#input = this.#process.stdio[3] as Writable;
		// Whatever ends the bench ends its browsers.
		process.once("exit", this.#kill);
		const output = this.#process.stdio[4] as Readable;
		output.setEncoding("utf8").on("data", (chunk: string) => this.#receive(chunk));
	}

	/** Sends a command to the browser, or to the session with this id. */
	send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
		const id = ++this.#lastId;
		return new Promise<T>((resolve, reject) => {
			this.#waiting.set(id, { resolve: (result) => resolve(result as T), reject });
			this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
		});
	}

	/** Calls back for every event until the returned function is called. */
	listen(listener: (event: ProtocolEvent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Installs an unpacked extension and returns its id. */
	async install(folder: string): Promise<string> {
		return (await this.send<{ id: string }>("Extensions.loadUnpacked", { path: folder })).id;
	}

	/** Opens a tab and attaches to it. */
	async openTab(url: string): Promise<Session> {
		const { targetId } = await this.send<{ targetId: string }>("Target.createTarget", { url });
		const { sessionId } = await this.send<{ sessionId: string }>("Target.attachToTarget", { targetId, flatten: true });
		return this.session(sessionId, targetId);
	}

	closeTab({ targetId }: Session): Promise<unknown> {
		return this.send("Target.closeTarget", { targetId });
	}

	/** A session that is attached already. */
	session(id: string, targetId: string): Session {
		const send: Send = (method, params) => this.send(method, params, id);
		return {
			id,
			targetId,
			send,
			evaluate: async <T, A extends readonly unknown[]>(run: (...args: A) => T | Promise<T>, ...args: A) => {
				const { result, exceptionDetails } = await send<{ result: { value: unknown }; exceptionDetails?: object }>(
					"Runtime.evaluate",
					{ expression: `(${run})(...${JSON.stringify(args)})`, returnByValue: true, awaitPromise: true },
				);
				if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
				return result.value as T;
			},
		};
	}

	/** True while the extension's service worker runs. */
	async isWorkerAwake(): Promise<boolean> {
		return (await this.#worker()) !== undefined;
	}

	/** Puts the extension's service worker to sleep, as the browser does after 30 idle seconds. */
	async stopWorker(): Promise<void> {
		const worker = await this.#worker();
		if (!worker) return;
		await this.send("Target.closeTarget", { targetId: worker.targetId });
		while (await this.isWorkerAwake()) await pause(20);
	}

	async close(): Promise<void> {
		const hasEnded = new Promise((resolve) => this.#process.once("exit", resolve));
		await this.send("Browser.close");
		await hasEnded;
		process.off("exit", this.#kill);
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}

	async #worker(): Promise<TargetInfo | undefined> {
		const { targetInfos } = await this.send<{ targetInfos: TargetInfo[] }>("Target.getTargets", { filter: [{}] });
		return targetInfos.find(({ type, url }) => type === "service_worker" && url.startsWith("chrome-extension:"));
	}

	#receive(chunk: string): void {
		const messages = (this.#received + chunk).split("\0");
		this.#received = messages.pop() ?? "";
		for (const message of messages) this.#dispatch(JSON.parse(message));
	}

	#dispatch(message: { id?: number; result?: unknown; error?: { message: string } } & ProtocolEvent): void {
		if (message.id === undefined) {
			for (const listener of this.#listeners) listener(message);
			return;
		}
		const waiting = this.#waiting.get(message.id);
		this.#waiting.delete(message.id);
		if (message.error) waiting?.reject(new Error(message.error.message));
		else waiting?.resolve(message.result);
	}
}

export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until the page and what belongs to it is loaded; throws after a minute. */
export async function untilLoaded(tab: Session): Promise<void> {
	const end = Date.now() + LOAD_TIMEOUT_MS;
	while (!(await tab.evaluate(() => document.readyState === "complete" && location.href !== "about:blank"))) {
		if (Date.now() > end) throw new Error(`a page is not loaded after ${LOAD_TIMEOUT_MS / 1_000} s`);
		await pause(50);
	}
}

const LOAD_TIMEOUT_MS = 60_000;

const FLAGS = [
	"--headless",
	...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
	"--remote-debugging-pipe",
	"--enable-unsafe-extension-debugging",
	"--window-size=1280,800",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	// Nothing but the bench's own pages can be reached.
	"--proxy-server=127.0.0.1:9",
	"--proxy-bypass-list=localhost;127.0.0.1",
	// A page that was left would keep its heap.
	"--disable-features=BackForwardCache",
	// As in the end-to-end tests: a card on a page is a third party there.
	"--test-third-party-cookie-phaseout",
];
