import type { Page } from "puppeteer-core";

/** Rows of one store that belong together. */
export interface RowGroup {
	count: number;
	/** Of everything that stands in them. */
	digest: string;
	/** Of what the import brought: without the name of the edition and the moment. */
	content: string;
}

/** All rows of the database, by what they are: "answers of clinic", "savedAnswers of the reader", "runs of nobody". */
export type LibraryRows = Record<string, RowGroup>;

/**
 * Reads every store that there is, past all code of the product. Rows with an edition
 * belong to the pack that names it, or to nobody.
 */
export function readRows(page: Page): Promise<LibraryRows> {
	return page.evaluate(async () => {
		type Row = { edition?: string; id?: unknown; version?: string; storedAt?: number; date?: string | undefined };
		const result = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const digestOf = async (rows: Row[]) => {
			const text = JSON.stringify(rows, (_, value) => (ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value));
			const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
			return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
		};
		const database = await result(indexedDB.open("symptom-lens"));
		const names = [...database.objectStoreNames];
		const transaction = database.transaction(names, "readonly");
		const stores = await Promise.all(
			names.map(async (name) => [name, (await result(transaction.objectStore(name).getAll())) as Row[]] as const),
		);
		database.close();
		const packs = stores.find(([name]) => name === "packs")?.[1] ?? [];
		const packOfEdition = new Map(packs.map(({ edition, id }) => [edition, String(id)]));
		const groups = new Map<string, Row[]>();
		for (const [name, rows] of stores) {
			for (const row of rows) {
				const owner = row.edition === undefined ? "the reader" : (packOfEdition.get(row.edition) ?? "nobody");
				const key = `${name} of ${owner}`;
				const group = groups.get(key) ?? [];
				group.push(row);
				groups.set(key, group);
			}
		}
		const described = [...groups].map(async ([key, rows]) => {
			const contents = rows.map(({ edition: _, version: __, storedAt: ___, date, ...content }) =>
				// A pack has the day of its import, and midnight may come between two.
				key.startsWith("packs of ") ? content : { ...content, date },
			);
			return [key, { count: rows.length, digest: await digestOf(rows), content: await digestOf(contents) }] as const;
		});
		return Object.fromEntries(await Promise.all(described));
	});
}

/** How many of these rows belong to no pack. */
export function countLoose(rows: LibraryRows): number {
	return Object.entries(rows).reduce((sum, [key, { count }]) => sum + (key.endsWith(" of nobody") ? count : 0), 0);
}

/** What a pack consists of, whatever its edition is called. */
export function contentOf(rows: LibraryRows, pack: string): Record<string, Pick<RowGroup, "count" | "content">> {
	const own = Object.entries(rows).filter(([key]) => key.endsWith(` of ${pack}`));
	return Object.fromEntries(own.map(([key, { count, content }]) => [key, { count, content }]));
}

/** All that is not of this pack. */
export function withoutPack(rows: LibraryRows, pack: string): LibraryRows {
	return Object.fromEntries(Object.entries(rows).filter(([key]) => !key.endsWith(` of ${pack}`)));
}

/** What is noted of editions that no pack names: whether they are being written, or an import of them was interrupted. */
export async function looseStates(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const opening = indexedDB.open("symptom-lens");
		return new Promise<string[]>((resolve, reject) => {
			opening.onerror = () => reject(opening.error);
			opening.onsuccess = () => {
				const reading = opening.result.transaction("looseEditions").objectStore("looseEditions").getAll();
				reading.onerror = () => reject(reading.error);
				reading.onsuccess = () => {
					opening.result.close();
					resolve(reading.result.map(({ state }) => state));
				};
			};
		});
	});
}
