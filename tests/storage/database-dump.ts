import type { LensDatabase } from "../../lib/storage/database";

/** A database as a file: how its stores are built, and all their rows. */
export interface DatabaseDump {
	nativeVersion: number;
	stores: {
		name: string;
		keyPath: string | string[];
		indexes: { name: string; keyPath: string | string[] }[];
		rows: unknown[];
	}[];
}

/** All rows of all tables, by table. */
export async function readAll(database: LensDatabase): Promise<Record<string, unknown[]>> {
	const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const));
	return Object.fromEntries(tables);
}

/** Builds a database from a dump, without any code of the product; returns its rows by store. */
export async function restoreDump(name: string, dump: DatabaseDump): Promise<Record<string, unknown[]>> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(name, dump.nativeVersion);
		request.onupgradeneeded = () => {
			for (const { name: store, keyPath, indexes, rows } of dump.stores) {
				const created = request.result.createObjectStore(store, { keyPath });
				for (const index of indexes) created.createIndex(index.name, index.keyPath);
				for (const row of rows) created.add(reviveArrays(row));
			}
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	database.close();
	return Object.fromEntries(dump.stores.map(({ name: store, rows }) => [store, rows.map(reviveArrays)]));
}

/** Typed arrays have no form in JSON; the dump writes them as `{ "Uint32Array": [1, 2] }`. */
function reviveArrays(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reviveArrays);
	if (typeof value !== "object" || value === null) return value;
	if ("Uint32Array" in value && Array.isArray(value.Uint32Array)) return Uint32Array.from(value.Uint32Array);
	if ("Uint8Array" in value && Array.isArray(value.Uint8Array)) return Uint8Array.from(value.Uint8Array);
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reviveArrays(inner)]));
}
