import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { expect, onTestFinished } from "vitest";
import type { Random } from "../random-from";
import { contentOf, countLoose, type LibraryRows, looseStates, readRows, withoutPack } from "./library-rows";
import { pause, press, startBrowser, type TestBrowser, textOf, typeInto, until } from "./test-browser";

type Version = "first" | "second" | "third";

/** The first version is stored in a moment; the others take one to three seconds. */
const ANSWER_COUNTS: Record<Version, number> = { first: 30, second: 6_000, third: 6_000 };

/** The last of so many moments replace a large version, whose rows take time to clear away. */
const SHARE_OVER_LARGE = 1 / 4;

/** What is done to an import when its moment has come. */
interface Strike {
	/** How far the import gets, as a share of a whole one, up to 1.1. */
	share: number;
	wholeMs: number;
	fileBytes: number;
}

/** What is known of a moment before its import is struck. */
interface Moment {
	before: LibraryRows;
	stored: Version;
	next: Version;
	round: number;
}

/**
 * A browser with a library in it, the library page open, and the popup, which is asked
 * what is stored and what is found. Imports into it are struck by faults.
 */
export class InterruptedLibrary {
	test!: TestBrowser;
	page!: Page;
	popup!: Page;
	readonly #options: Parameters<typeof startBrowser>[0];
	readonly #random: Random;
	/** The files are all called the same, as the versions of one pack are. */
	readonly #folder = mkdtempSync(join(tmpdir(), "lens-faults-"));
	/** What the pack consists of in each version, as whole imports left it. */
	readonly #whole = new Map<Version, ReturnType<typeof contentOf>>();
	/** How long a whole import takes where it replaces little, and where it replaces much. */
	readonly #wholeMs = { small: 0, large: 0 };

	constructor(random: Random, options: Parameters<typeof startBrowser>[0] = {}) {
		this.#random = random;
		this.#options = options;
		onTestFinished(() => rmSync(this.#folder, { recursive: true, force: true }));
		const words = Array.from({ length: 3_000 }, () => random(2 ** 32).toString(36));
		for (const [version, count] of Object.entries(ANSWER_COUNTS)) {
			const records = Array.from({ length: count }, (_, index) => ({
				id: `r${index}`,
				question: `What is zygomatic number ${index} of the ${version} leaflet?`,
				answer: Array.from({ length: 120 }, () => words[random(words.length)]).join(" "),
			}));
			mkdirSync(join(this.#folder, version));
			writeFileSync(this.#fileOf(version as Version), records.map((record) => JSON.stringify(record)).join("\n"));
		}
	}

	async start(): Promise<void> {
		this.test = await startBrowser(this.#options);
		onTestFinished(() => this.test.close().catch(() => undefined));
		this.popup = await this.test.openBehind("popup.html");
		await this.openPage();
	}

	end(): void {
		expect(this.test.consoleErrors).toEqual([]);
	}

	/** Opens the library page once more; what was open stays. */
	async openPage(): Promise<void> {
		// The browser gives back what a worker held a moment after it has ended it; until then nobody can tell.
		await until(
			() => this.popup.evaluate(async () => (await navigator.locks.query()).held?.length === 0),
			"the locks of an ended import are free",
		);
		this.page = await this.test.openBehind("library.html#packs");
		await until(
			// What was interrupted comes with them; the name of a pack stands in a filter as well, and earlier.
			async () => (await this.page.$(".pack h3")) !== null,
			"the packs are listed",
		);
		// The page tells nobody of the worker that it starts.
		await this.page.evaluate(() => {
			const scope = window as unknown as { Worker: typeof Worker; importWorker?: Worker };
			scope.Worker = class extends Worker {
				constructor(...made: ConstructorParameters<typeof Worker>) {
					super(...made);
					scope.importWorker = this;
				}
			};
		});
	}

	/** Stores each version once, to know what it is, then the first one and an answer on the personal list. */
	async fill(): Promise<void> {
		await typeInto(this.popup, "#query", "lip twitching");
		await press(this.popup, "Persistent twitching above the upper left lip");
		await press(this.popup, "Save");
		await until(async () => "savedAnswers of the reader" in (await readRows(this.popup)), "the answer is saved");
		await this.#importWhole("first");
		this.#wholeMs.small = await this.#importWhole("second");
		this.#wholeMs.large = await this.#importWhole("third");
		await this.#importWhole("first");
	}

	/** Waits for a share of what a whole import takes; for more than all of it, first for its end. */
	async reach({ share, wholeMs }: Strike): Promise<void> {
		if (share >= 1) await this.outcome();
		await pause((share >= 1 ? share - 1 : share) * wholeMs);
	}

	/** What the page says when an import has ended. */
	outcome(): Promise<string> {
		const status = () =>
			this.page.evaluate(() => document.querySelector('.import-report p[role="status"]')?.textContent ?? undefined);
		return until(status, "the import ends");
	}

	/**
	 * Strikes one import at each of so many moments, spread over its length in random
	 * order; `prepare` comes before the import begins, and with `isEachNew` a new browser before
	 * that. After each, the library is what it was before, or holds the new version,
	 * whole; and where it is what it was, the reader is told. Returns how often it was which.
	 */
	async strikeAtEach(
		moments: number,
		strike: (strike: Strike) => Promise<void>,
		prepare?: (strike: Strike) => Promise<void>,
		{ isEachNew = false } = {},
	): Promise<{ old: number; new: number; told: number }> {
		const tally = { old: 0, new: 0, told: 0 };
		let stored: Version = "first";
		for (const [round, share] of this.#drawShares(moments).entries()) {
			const isOverLarge = round >= moments * (1 - SHARE_OVER_LARGE);
			const wanted = isOverLarge ? "second" : "first";
			if (isEachNew) {
				await this.test.close();
				await this.start();
			}
			if (stored !== wanted || isEachNew) await this.#importWhole(wanted);
			stored = wanted;
			const next = isOverLarge ? "third" : "second";
			try {
				const before = await readRows(this.popup);
				const wholeMs = isOverLarge ? this.#wholeMs.large : this.#wholeMs.small;
				const moment = { share, wholeMs, fileBytes: statSync(this.#fileOf(next)).size };
				await prepare?.(moment);
				await this.#begin(next);
				await strike(moment);
				const outcome = await this.#check({ before, stored, next, round });
				tally[outcome.isNew ? "new" : "old"]++;
				if (outcome.isTold) tally.told++;
				if (outcome.isNew) stored = next;
			} catch (error) {
				const where = `moment ${round + 1}, at ${Math.round(share * 100)} %`;
				throw new Error(`${where}: ${error instanceof Error ? error.message : error}`, { cause: error });
			}
		}
		return tally;
	}

	#fileOf(version: Version): string {
		return join(this.#folder, version, "clinic.jsonl");
	}

	/** Shares of a whole import, one from each of so many equal parts of 0 to 110 %, in random order. */
	#drawShares(count: number): number[] {
		const shares = Array.from({ length: count }, (_, part) => ((part + this.#random(1_000) / 1_000) / count) * 1.1);
		return shares
			.map((share) => ({ share, order: this.#random(2 ** 32) }))
			.sort((one, other) => one.order - other.order)
			.map(({ share }) => share);
	}

	/** Picks the file; returns when the worker of the import exists. */
	async #begin(version: Version): Promise<void> {
		await this.page.evaluate(() => {
			delete (window as { importWorker?: Worker }).importWorker;
		});
		const input = (await this.page.$('input[type="file"]')) as ElementHandle<HTMLInputElement> | null;
		await input?.uploadFile(this.#fileOf(version));
		await until(() => this.page.evaluate(() => "importWorker" in window), "the import has begun");
	}

	/** Returns how long it took, in milliseconds. */
	async #importWhole(version: Version): Promise<number> {
		const from = performance.now();
		await this.#begin(version);
		expect(await this.outcome()).toContain("“clinic” is ready");
		const took = performance.now() - from;
		await press(this.page, "Close");
		const rows = await this.#clearedRows();
		this.#whole.set(version, this.#whole.get(version) ?? contentOf(rows, "clinic"));
		expect(contentOf(rows, "clinic")).toEqual(this.#whole.get(version));
		return took;
	}

	#clearedRows(): Promise<LibraryRows> {
		return until(async () => {
			const rows = await readRows(this.popup);
			return countLoose(rows) === 0 && rows;
		}, "what belongs to nobody is cleared away");
	}

	async #check({ before, stored, next, round }: Moment) {
		const isNoted = (await looseStates(this.popup)).includes("interrupted");
		const isTold = (await textOf(this.page)).includes("The import of “clinic” was interrupted.");
		expect(isTold).toBe(isNoted);
		if (isTold) {
			await press(this.page, "I understand");
			await until(async () => !(await textOf(this.page)).includes("was interrupted"), "it is not said again");
		}
		const rows = await this.#clearedRows();
		const isNew = rows["packs of clinic"]?.digest !== before["packs of clinic"]?.digest;
		if (isNew) {
			expect(contentOf(rows, "clinic")).toEqual(this.#whole.get(next));
			expect(withoutPack(rows, "clinic")).toEqual(withoutPack(before, "clinic"));
			expect(isTold, "it is told as interrupted, and stored").toBe(false);
		} else expect(rows).toEqual(before);
		expect(await this.#versionsFound(round)).toEqual([isNew ? next : stored]);
		return { isNew, isTold };
	}

	/** The versions among the answers that the search finds; `number` keeps queries apart. */
	async #versionsFound(number: number): Promise<string[]> {
		await typeInto(this.popup, "#query", `zygomatic number ${number}`);
		return until(async () => {
			const titles = await this.popup.$$eval(".result > span:first-child", (found) =>
				found.map(({ textContent }) => textContent ?? ""),
			);
			const isAnswered = titles.some((title) => title.includes(`number ${number} of`));
			return isAnswered && [...new Set(titles.flatMap((title) => /the (\w+) leaflet/.exec(title)?.[1] ?? []))];
		}, `the search finds number ${number}`);
	}
}
