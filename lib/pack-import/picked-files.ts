import { ImportRefusedError } from "../import/limits";

/** A file with its path inside what was picked. */
export interface PickedFile {
	path: string;
	file: File;
}

/** The files of a file or folder picker. */
export function filesOfInput(files: FileList): PickedFile[] {
	return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * The files of a drop, those in folders included. Call it in the event itself: afterwards the browser has emptied the drop.
 * Throws `ImportRefusedError` with the first that cannot be read.
 */
export async function filesOfDrop({ items }: DataTransfer): Promise<PickedFile[]> {
	const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
	const found = await Promise.all(entries.map((entry) => filesOfEntry(entry, entry.name)));
	return found.flat();
}

async function filesOfEntry(entry: FileSystemEntry, path: string): Promise<PickedFile[]> {
	if (isFile(entry)) {
		return [{ path, file: await read<File>(path, (resolve, reject) => entry.file(resolve, reject)) }];
	}
	if (!isFolder(entry)) return [];
	const reader = entry.createReader();
	const files: PickedFile[] = [];
	for (;;) {
		// A hundred at a time in Chromium, until there are none.
		const inner = await read<FileSystemEntry[]>(path, (resolve, reject) => reader.readEntries(resolve, reject));
		if (inner.length === 0) return files;
		const found = await Promise.all(inner.map((each) => filesOfEntry(each, `${path}/${each.name}`)));
		files.push(...found.flat());
	}
}

async function read<T>(path: string, ask: ConstructorParameters<typeof Promise<T>>[0]): Promise<T> {
	try {
		return await new Promise<T>(ask);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ImportRefusedError(`“${path}” could not be read (${reason})`, { cause: error });
	}
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
	return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
	return entry.isDirectory;
}

/** A name for the pack: that of the one file, without its ending, or of the folder that all are in. */
export function nameOfPicked(picked: readonly PickedFile[]): string {
	const [first] = picked;
	if (!first) return "";
	const folder = first.path.split("/")[0] ?? "";
	const isFolderOfAll = first.path.includes("/") && picked.every(({ path }) => path.startsWith(`${folder}/`));
	if (isFolderOfAll) return folder;
	return picked.length === 1
		? first.file.name.replace(/(\.[a-z0-9]{1,5})+$/i, "") || first.file.name
		: "Imported files";
}
