/**
 * Where the handle of the shared file lies: a tiny database of its own, because only IndexedDB keeps handles, and the one
 * of the product belongs to the background.
 */
const NAME = "symptom-lens-folder";
const STORE = "handles";
const KEY = "file";

/** The handle that was kept; undefined if there is none. */
export async function readFolderHandle(): Promise<FileSystemFileHandle | undefined> {
	return inStore("readonly", (store) => store.get(KEY));
}

/** Keeps the handle, in place of any other. */
export async function keepFolderHandle(handle: FileSystemFileHandle): Promise<void> {
	await inStore("readwrite", (store) => store.put(handle, KEY));
}

/** The file is shared no more from here on; it stays where it is. */
export async function forgetFolderHandle(): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const deletion = indexedDB.deleteDatabase(NAME);
		deletion.onsuccess = () => resolve();
		deletion.onerror = () => reject(deletion.error);
	});
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open(NAME, 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	try {
		return await new Promise<T>((resolve, reject) => {
			const transaction = database.transaction(STORE, mode);
			const request = ask(transaction.objectStore(STORE));
			transaction.oncomplete = () => resolve(request.result);
			transaction.onabort = () => reject(transaction.error);
		});
	} finally {
		database.close();
	}
}
