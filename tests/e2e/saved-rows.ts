import type { Page } from "puppeteer-core";

/** A row of the personal list as a test wants it; the rest is plain. */
export interface SavedRow {
	id: string;
	title: string;
	reply?: string;
	packId?: string;
	note?: string;
	tags?: string[];
	sentence?: string;
	pageTitle?: string;
	pageUrl?: string;
	savedAt?: number;
	repliedOn?: string | null;
	specialty?: string;
	symptom?: string;
}

/** Writes rows into the personal list, past all code of the product; the page is loaded anew afterwards. */
export async function seedSaved(page: Page, rows: readonly SavedRow[]): Promise<void> {
	await putRows(page, "savedAnswers", rows.map(wholeRow));
}

/** Writes episodes into the diary, past all code of the product; the page is loaded anew afterwards. */
export async function seedDiary(
	page: Page,
	episodes: readonly {
		id: string;
		symptomId: string;
		at: number;
		minutes: number | null;
		strength: number | null;
		note: string;
	}[],
): Promise<void> {
	await putRows(
		page,
		"diary",
		episodes.map((episode) => ({ ...episode, place: "", updatedAt: episode.at, deletedAt: null })),
	);
}

async function putRows(page: Page, store: string, rows: readonly object[]): Promise<void> {
	await page.evaluate(
		async (name, whole) => {
			const opening = indexedDB.open("symptom-lens");
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			const transaction = database.transaction(name, "readwrite");
			for (const row of whole) transaction.objectStore(name).put(row);
			await new Promise((resolve, reject) => {
				transaction.oncomplete = resolve;
				transaction.onerror = () => reject(transaction.error);
			});
			database.close();
			// After the reply: a page that is gone by then fails the driver's call.
			setTimeout(() => location.reload(), 50);
		},
		store,
		rows,
	);
}

function wholeRow(seed: SavedRow): object {
	const savedAt = seed.savedAt ?? Date.UTC(2026, 10, 20);
	return {
		id: seed.id,
		packId: seed.packId ?? "clinic",
		packName: seed.packId ?? "Clinic",
		answerId: `answer-${seed.id}`,
		snapshot: {
			id: `answer-${seed.id}`,
			url: `https://clinic.example/answers/${seed.id}`,
			site: "clinic.example",
			title: seed.title,
			lang: "en",
			wording: "summary",
			question: { text: seed.title, askerAge: null, askerSex: null, askedOn: null },
			replies: [
				{
					doctor: "Ada Example",
					specialty: seed.specialty ?? "Neurology",
					hospital: "Clinic",
					repliedOn: seed.repliedOn === undefined ? "2025-03-01" : seed.repliedOn,
					text: seed.reply ?? `It is calm, ${seed.id}.`,
				},
			],
			background: null,
			symptoms: [seed.symptom ?? "lip-twitching"],
			similar: [],
			topics: [],
			relatedTopics: [],
			caution: null,
			complete: true,
			completenessNote: "",
		},
		context: {
			symptomId: seed.symptom ?? "lip-twitching",
			sentence: seed.sentence ?? "",
			pageTitle: seed.pageTitle ?? "",
			pageUrl: seed.pageUrl ?? "",
		},
		note: seed.note ?? "",
		tags: seed.tags ?? [],
		savedAt,
		updatedAt: savedAt,
		deletedAt: null,
	};
}
