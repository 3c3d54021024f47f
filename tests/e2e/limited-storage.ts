import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "puppeteer-core";
import { browserKind, until } from "./test-browser";

/** For Firefox, which reads its limit at the start: an origin gets a fifth of this, in kilobytes. */
export const FIREFOX_LIMIT = 500_000;

/**
 * Copies the built extension without `unlimitedStorage`: Chromium holds nobody to a
 * quota who has that permission, not even to one that was set for a test.
 */
export function copyWithoutUnlimitedStorage(built: string, to: string): void {
	cpSync(built, to, { recursive: true });
	for (const kind of ["chrome-mv3", "firefox-mv3"]) {
		const path = join(to, kind, "manifest.json");
		const manifest = JSON.parse(readFileSync(path, "utf8"));
		manifest.permissions = manifest.permissions.filter((permission: string) => permission !== "unlimitedStorage");
		writeFileSync(path, JSON.stringify(manifest));
	}
}

/** Room for any import here, in bytes, and no more: see `leave`. */
const AMPLE_ROOM = 80_000_000;

/** How much the pages of the extension may store; `page` is one of them. */
export class StorageLimit {
	/** Chromium forgets the limit with the session that has set it. */
	#session: CDPSession | undefined;

	/**
	 * Leaves so many bytes of room, about, until `lift`. For half a minute Chromium's
	 * IndexedDB goes by the room that it found last, less what was written since, and
	 * looks again only for a write that is larger. So it is made to, with one larger than
	 * the room there was.
	 */
	async leave(page: Page, bytes: number): Promise<void> {
		if (browserKind === "firefox") return fillAllBut(page, bytes);
		await this.#leaveQuota(page, bytes);
		await until(() => isRefused(page, AMPLE_ROOM * 1.25), "the browser looks again");
	}

	/** There is room again. */
	async lift(page: Page): Promise<void> {
		if (browserKind === "firefox") return removeDatabase(page, "filling");
		await this.#leaveQuota(page, AMPLE_ROOM);
	}

	async #leaveQuota(page: Page, bytes: number): Promise<void> {
		this.#session ??= await page.createCDPSession();
		const [origin, usage] = await page.evaluate(
			async () => [location.origin, (await navigator.storage.estimate()).usage ?? 0] as const,
		);
		await this.#session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + bytes });
	}
}

/** Whether the browser refuses to write so many bytes. */
function isRefused(page: Page, bytes: number): Promise<boolean> {
	return page.evaluate(
		(size) =>
			new Promise<boolean>((resolve, reject) => {
				const opening = indexedDB.open("quota-probe", 1);
				opening.onupgradeneeded = () => opening.result.createObjectStore("rows");
				// Opening writes, too.
				opening.onerror = () => resolve(true);
				opening.onsuccess = () => {
					const database = opening.result;
					const transaction = database.transaction("rows", "readwrite");
					// Larger values become files, which do not count until the transaction ends.
					const value = "x".repeat(60_000);
					for (let key = 0; key * value.length < size; key++) transaction.objectStore("rows").put(value, key);
					const end = (isRefused: boolean) => {
						database.close();
						const deleting = indexedDB.deleteDatabase("quota-probe");
						deleting.onsuccess = () => resolve(isRefused);
						deleting.onerror = () => reject(deleting.error);
					};
					transaction.oncomplete = () => end(false);
					transaction.onabort = () => end(true);
				};
			}),
		bytes,
	);
}

const ROW_SIZE = 65_536;

/**
 * Makes room of this size, fills what else there is to the brim, and gives the room
 * free. As databases of their own, because Firefox counts files, and those of a database
 * that was deleted are gone at once. A file keeps the room of rows that were deleted: the
 * library has to be a new one.
 */
async function fillAllBut(page: Page, bytes: number): Promise<void> {
	await addRows(page, "room", Math.ceil(bytes / ROW_SIZE));
	for (let count = 64; count >= 1; ) {
		if (!(await addRows(page, "filling", count))) count /= 2;
	}
	await removeDatabase(page, "room");
}

/** Adds rows to a database of nobody; false if there is no room for them. */
function addRows(page: Page, database: string, count: number): Promise<boolean> {
	return page.evaluate(
		(name, rows, size) =>
			new Promise<boolean>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onupgradeneeded = () => opening.result.createObjectStore("rows", { autoIncrement: true });
				opening.onerror = () => resolve(false);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction("rows", "readwrite");
					const end = (isWritten: boolean) => {
						opening.result.close();
						resolve(isWritten);
					};
					transaction.oncomplete = () => end(true);
					transaction.onabort = () => end(false);
					for (let row = 0; row < rows; row++) {
						transaction.objectStore("rows").put(crypto.getRandomValues(new Uint8Array(size)));
					}
				};
			}),
		database,
		count,
		ROW_SIZE,
	);
}

function removeDatabase(page: Page, name: string): Promise<void> {
	return page.evaluate(
		(database) =>
			new Promise<void>((resolve, reject) => {
				const deleting = indexedDB.deleteDatabase(database);
				deleting.onsuccess = () => resolve();
				deleting.onerror = () => reject(deleting.error);
			}),
		name,
	);
}
