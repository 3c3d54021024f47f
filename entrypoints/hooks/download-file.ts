/** How long the browser may take to begin reading the file, in milliseconds; Firefox begins after the click has returned. */
const READ_WITHIN_MS = 60_000;

/** Hands a file to the reader as a download, under this name. */
export function downloadFile(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}
