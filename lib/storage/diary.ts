import type { SymptomId } from "../../data/schema";
import { writeTime } from "../backup/write-time";
import type { DiaryEpisode, EpisodeDraft } from "../messaging/protocol";
import type { LensDatabase } from "./database";

/** Keeps an episode. The id comes from the page that asks: asked twice, it is kept once. */
export async function addEpisode(
	database: LensDatabase,
	{ id, draft }: { id: string; draft: EpisodeDraft },
	now = Date.now,
): Promise<DiaryEpisode> {
	const { diary } = database;
	return database.transaction("rw", diary, async () => {
		const existing = await diary.get(id);
		if (existing) return existing;
		const episode = { id, ...draft, updatedAt: now(), deletedAt: null };
		await diary.add(episode);
		return episode;
	});
}

/** Puts other words and numbers into an episode. Undefined if there is none, or it was removed. */
export async function changeEpisode(
	database: LensDatabase,
	{ id, draft }: { id: string; draft: EpisodeDraft },
	now = Date.now,
): Promise<DiaryEpisode | undefined> {
	return write(database, id, (episode) =>
		episode.deletedAt === null ? { ...episode, ...draft, updatedAt: writeTime(episode, now()) } : undefined,
	);
}

/** Takes an episode out of the diary; its row stays, marked as removed. Undefined if there is none. */
export async function removeEpisode(
	database: LensDatabase,
	id: string,
	now = Date.now,
): Promise<DiaryEpisode | undefined> {
	return write(database, id, (episode) => {
		// Asked twice, the first removal counts.
		if (episode.deletedAt !== null) return episode;
		const at = writeTime(episode, now());
		return { ...episode, updatedAt: at, deletedAt: at };
	});
}

/** Puts a removed episode back as it was. Undefined if there is none. */
export async function restoreEpisode(
	database: LensDatabase,
	id: string,
	now = Date.now,
): Promise<DiaryEpisode | undefined> {
	return write(database, id, (episode) =>
		episode.deletedAt === null ? episode : { ...episode, updatedAt: writeTime(episode, now()), deletedAt: null },
	);
}

/** The episodes of a symptom, or of all, that began in a range (`from` ≤ at < `to`); newest first, without removed ones. */
export async function listEpisodes(
	{ diary }: LensDatabase,
	{ symptomId, from, to }: { symptomId: SymptomId | null; from: number; to: number },
): Promise<DiaryEpisode[]> {
	const inRange = await diary.where("at").between(from, to, true, false).reverse().sortBy("at");
	return inRange.filter(
		(episode) => episode.deletedAt === null && (symptomId === null || episode.symptomId === symptomId),
	);
}

async function write(
	database: LensDatabase,
	id: string,
	change: (episode: DiaryEpisode) => DiaryEpisode | undefined,
): Promise<DiaryEpisode | undefined> {
	const { diary } = database;
	return database.transaction("rw", diary, async () => {
		const episode = await diary.get(id);
		const changed = episode && change(episode);
		if (changed && changed !== episode) await diary.put(changed);
		return changed;
	});
}
