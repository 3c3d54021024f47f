import type { Page } from "puppeteer-core";
import type { TestBrowser } from "../e2e/test-browser";
import { browserKind } from "../e2e/test-browser";
import { workerSession } from "./measure";

/** Collects everything that goes wrong in scripts of ours, and in a page that has no faults of its own. */
export class ErrorLog {
	readonly #test: TestBrowser;
	readonly #errors: string[] = [];

	constructor(test: TestBrowser) {
		this.#test = test;
	}

	/** Also what scripts of the page itself throw: this page must work as if we were not there. */
	watchOwnPage(page: Page): void {
		page.on("pageerror", (error) => this.#errors.push(`page: ${error instanceof Error ? error.message : error}`));
	}

	/** The worker writes to a console of its own. Firefox lets no driver see it. */
	async watchWorker(): Promise<void> {
		if (browserKind === "firefox") return;
		const session = await workerSession(this.#test.browser);
		session.on("Runtime.exceptionThrown", ({ exceptionDetails }) =>
			this.#errors.push(`worker: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`),
		);
		session.on("Runtime.consoleAPICalled", ({ type, args }) => {
			if (type === "error") this.#errors.push(`worker: ${args.map(({ value }) => value).join(" ")}`);
		});
		await session.send("Runtime.enable");
	}

	/** All errors so far, those that the card and the content scripts wrote to a console included. */
	get all(): string[] {
		return [...this.#errors, ...this.#test.consoleErrors];
	}
}
