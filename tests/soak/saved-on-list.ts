import { type TestBrowser, until } from "../e2e/test-browser";
import type { Saved } from "./reader";

/** Those of the saved answers that are not in the library any more, in the database or on its list. */
export async function lostOf(test: TestBrowser, saved: readonly Saved[]): Promise<Saved[]> {
	const library = await test.openBehind("library.html#saved");
	await library.bringToFront();
	if (saved.length > 0) await until(async () => (await library.$(".saved-answer")) !== null, "the list is shown");
	const stored = await library.evaluate(readStored);
	const listed = await library.evaluate(
		() => document.querySelector("[aria-setsize]")?.ariaSetSize ?? document.querySelectorAll(".saved-answer").length,
	);
	await library.close();
	const missing = saved.filter(({ title, url }) => !stored.some((row) => row.title === title && row.url === url));
	// Whatever is stored but not listed cannot be named, only counted.
	const unlisted = Math.max(0, saved.length - missing.length - Number(listed));
	return [...missing, ...Array.from({ length: unlisted }, () => ({ title: "not on the list", url: "" }))];
}

/** Runs in a page of the extension. */
async function readStored(): Promise<Saved[]> {
	const opening = indexedDB.open("symptom-lens");
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const reading = database.transaction("savedAnswers").objectStore("savedAnswers").getAll();
	await new Promise((resolve, reject) => {
		reading.onsuccess = resolve;
		reading.onerror = () => reject(reading.error);
	});
	database.close();
	return reading.result
		.filter(({ deletedAt }) => deletedAt === null)
		.map(({ snapshot }) => ({ title: snapshot.title, url: snapshot.url ? new URL(snapshot.url).href : "" }));
}
