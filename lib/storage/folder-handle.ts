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

/** Keeps the handle, in place of any other; undefined forgets it. */
export async function keepFolderHandle(handle: FileSystemFileHandle | undefined): Promise<void> {
	await inStore<unknown>("readwrite", (store): IDBRequest => (handle ? store.put(handle, KEY) : store.delete(KEY)));
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
