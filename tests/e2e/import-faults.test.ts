import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { randomFrom } from "../random-from";
import { InterruptedLibrary } from "./interrupted-library";
import { copyWithoutUnlimitedStorage, FIREFOX_LIMIT, StorageLimit } from "./limited-storage";
import { browserKind, outputFolder } from "./test-browser";

/**
 * An import is all or nothing: whatever ends it, at whatever moment, the library holds
 * the version before or the new one, whole, and the reader is told of what was
 * interrupted. Each single write is interrupted in `tests/storage/interrupted-imports.test.ts`.
 */

const MOMENTS = 20;
/** A browser takes seconds to start. */
const MOMENTS_OF_BROWSER = 5;
/** An import takes about so many bytes of storage for each of its file; Firefox keeps a journal, and Chromium compresses. */
const ROOM_PER_BYTE = browserKind === "firefox" ? 5 : 1.5;
const TIMEOUT_MS = 10 * 60_000;

/** Printed with what fails, to meet the same moments again. */
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const withSeed = async (work: () => Promise<void>) =>
	work().catch((error) => {
		throw new Error(`FAULT_SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
	});

async function openLibrary(options?: ConstructorParameters<typeof InterruptedLibrary>[1]): Promise<InterruptedLibrary> {
	const library = new InterruptedLibrary(randomFrom(seed), options);
	await library.start();
	await library.fill();
	return library;
}

const folderOfTest = () => {
	const folder = mkdtempSync(join(tmpdir(), "lens-faults-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
};

it(`an import whose worker is killed at ${MOMENTS} moments is whole or nothing`, { timeout: TIMEOUT_MS }, () =>
	withSeed(async () => {
		const library = await openLibrary();

		const tally = await library.strikeAtEach(MOMENTS, async (moment) => {
			await library.reach(moment);
			await library.page.evaluate(() => (window as unknown as { importWorker: Worker }).importWorker.terminate());
			await library.page.close();
			await library.openPage();
		});

		expect(tally.told).toBeGreaterThan(MOMENTS / 3);
		expect(tally.new).toBeGreaterThan(0);
		library.end();
	}),
);

it(`an import whose tab is closed at ${MOMENTS} moments is whole or nothing`, { timeout: TIMEOUT_MS }, () =>
	withSeed(async () => {
		const library = await openLibrary();

		const tally = await library.strikeAtEach(MOMENTS, async (moment) => {
			await library.reach(moment);
			await library.page.close();
			await library.openPage();
		});

		expect(tally.told).toBeGreaterThan(MOMENTS / 3);
		expect(tally.new).toBeGreaterThan(0);
		library.end();
	}),
);

it(
	`an import whose browser is killed at ${MOMENTS_OF_BROWSER} moments is whole or nothing`,
	{ timeout: TIMEOUT_MS },
	() =>
		withSeed(async () => {
			const library = await openLibrary({ profileFolder: folderOfTest() });

			const tally = await library.strikeAtEach(MOMENTS_OF_BROWSER, async (moment) => {
				await library.reach(moment);
				await library.test.kill();
				await library.start();
			});

			expect(tally.told).toBeGreaterThan(0);
			library.end();
		}),
);

it(`an import that finds no room left at ${MOMENTS} moments is whole or nothing`, { timeout: TIMEOUT_MS }, () =>
	withSeed(async () => {
		const outputFolderOfTest = folderOfTest();
		copyWithoutUnlimitedStorage(outputFolder, outputFolderOfTest);
		const library = await openLibrary({ outputFolder: outputFolderOfTest, storageLimit: FIREFOX_LIMIT });
		const limit = new StorageLimit();

		const tally = await library.strikeAtEach(
			MOMENTS,
			async () => {
				expect(await library.outcome()).toMatch(/“clinic” is ready|There is no room left on this device/);
				await limit.lift(library.popup);
				// What could not be cleared on a full disk is cleared when the library is opened again.
				await library.page.close();
				await library.openPage();
			},
			({ share, fileBytes }) => limit.leave(library.popup, share * ROOM_PER_BYTE * fileBytes),
			{ isEachNew: browserKind === "firefox" },
		);

		expect(tally.old).toBeGreaterThan(MOMENTS / 3);
		library.end();
	}),
);
