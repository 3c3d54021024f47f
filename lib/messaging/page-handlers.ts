import { findAnswersAbout, findSimilarAnswers, searchAnswers } from "../search/find-answers";
import { searchDocumentOf } from "../search/search-document";
import { type SearchLanguage, withNamedSymptoms } from "../search/search-language";
import { browseAnswers, suggestStoredNames } from "../storage/browse-answers";
import { browseSaved, readSavedAnswers } from "../storage/browse-saved";
import { keepCaptured, removeCaptured } from "../storage/captured-answers";
import {
	changeSavedAnswer,
	mergeSavedAnswers,
	removeSavedAnswers,
	restoreSavedAnswers,
	tagSavedAnswers,
} from "../storage/change-saved";
import type { Connection } from "../storage/connection";
import type { LensDatabase } from "../storage/database";
import { addEpisode, changeEpisode, listEpisodes, removeEpisode, restoreEpisode } from "../storage/diary";
import { findStoredAnswers } from "../storage/find-stored-answers";
import type { LocalData } from "../storage/local-data";
import { forgetLookUps, listLookUps } from "../storage/look-ups";
import {
	acknowledgeInterruptedImports,
	changePack,
	hidePack,
	listInterruptedImports,
	listPacks,
	readPackPart,
} from "../storage/manage-packs";
import { type BundledPack, ensureBundledPack, noteInterruptedImports, sweepEditions } from "../storage/packs";
import { removeSavedAnswer, restoreSavedAnswer, saveAnswer } from "../storage/saved-answers";
import { acknowledgeLoss, checkForLoss, type SentinelStore } from "../storage/sentinel";
import { StorageFullError, StorageUnreadableError } from "../storage/storage-errors";
import { readFoundAnswer, readStoredAnswer } from "../storage/stored-answer";
import { deleteEverything, deleteStored, describeStored } from "../storage/stored-data";
import type { PageRequestHandlers } from "./page-requests";
import type { PackList, Result } from "./protocol";
import { asResult, foundOnly } from "./request-result";

export interface PageHandlerOptions {
	connection: Connection;
	sentinelStore: SentinelStore;
	localData: LocalData;
	bundledPack: BundledPack;
	/** What the pack of captured answers says of itself; the reader may rename it. */
	capturedPack: { name: string; origin: string; licence: string };
	language: SearchLanguage;
	/** Called after every change of the personal list, the diary, what was kept from pages, or the packs. */
	onSavedAnswersChanged: () => void;
}

/** What the background does: the answer to each request, and `prepare`, which opens the library before anyone asks. */
export interface PageHandlers {
	handlers: PageRequestHandlers;
	prepare: () => Promise<void>;
}

/** Puts search, storage and sentinel together. A request that fails for want of storage says so in its result. */
export function createPageHandlers(options: PageHandlerOptions): PageHandlers {
	const { connection, sentinelStore, localData, bundledPack, capturedPack, language, onSavedAnswersChanged } = options;
	const withDatabase = <T>(work: DatabaseWork<T>) => asResult(() => connection(work));
	const withLibrary = <T>(work: DatabaseWork<T>) =>
		withDatabase(async (database) => {
			await ensureLibrary(database, bundledPack);
			return work(database);
		});
	const afterChange = async <T>(change: Promise<Result<T | undefined>>) => {
		const result = await change;
		if (result.ok) onSavedAnswersChanged();
		return foundOnly(result);
	};
	// A change stands whether or not the sentinel can be written; the next reading of the list writes it again.
	const andRemember = <T>(work: DatabaseWork<T>): DatabaseWork<T> => {
		return async (database) => {
			const value = await work(database);
			await checkForLoss(database, sentinelStore).catch(() => undefined);
			return value;
		};
	};

	return {
		prepare: async () => {
			await withLibrary(sweepEditions);
		},
		handlers: {
			findAnswers: (query) =>
				withLibrary((database) =>
					findStoredAnswers(database, (readers) =>
						findAnswersAbout(readers, { ...query, synonyms: language.synonyms }),
					),
				),
			searchAnswers: ({ text }) =>
				withLibrary((database) =>
					findStoredAnswers(database, (readers) => searchAnswers(readers, { ...language, text })),
				),
			findSimilarAnswers: ({ packId, answerId }) =>
				withLibrary((database) =>
					findStoredAnswers(database, async (readers) => {
						const stored = await readStoredAnswer(database, packId, answerId);
						if (!stored) return [];
						const document = searchDocumentOf(stored.answer);
						return findSimilarAnswers(readers, { packId, document, synonyms: language.synonyms });
					}),
				),
			browseAnswers: (request) =>
				withLibrary((database) =>
					browseAnswers(database, bundledPack.id, request, (readers, allows) =>
						searchAnswers(readers, { ...language, text: request.text, allows }, MOST_BROWSED),
					),
				),
			suggestNames: (request) => withLibrary((database) => suggestStoredNames(database, bundledPack.id, request)),
			readAnswer: async ({ packId, answerId }) =>
				foundOnly(await withDatabase((database) => readFoundAnswer(database, packId, answerId))),
			saveAnswer: (request) => afterChange(withLibrary(andRemember((database) => saveAnswer(database, request)))),
			removeSavedAnswer: ({ id }) =>
				afterChange(
					withDatabase(andRemember(async (database) => ((await removeSavedAnswer(database, id)) ? null : undefined))),
				),
			restoreSavedAnswer: ({ id }) =>
				afterChange(withDatabase(andRemember((database) => restoreSavedAnswer(database, id)))),
			listSavedAnswers: (request) =>
				withDatabase(async (database) => {
					const isLost = await checkForLoss(database, sentinelStore);
					return { ...(await browseSaved(database, request)), isLost };
				}),
			readSavedAnswers: ({ ids }) => withDatabase((database) => readSavedAnswers(database, ids)),
			changeSavedAnswer: (request) =>
				afterChange(
					withDatabase(async (database) => ((await changeSavedAnswer(database, request)) ? null : undefined)),
				),
			tagSavedAnswers: (request) => afterChange(withDatabase((database) => tagSavedAnswers(database, request))),
			mergeSavedAnswers: ({ ids }) => afterChange(withDatabase((database) => mergeSavedAnswers(database, ids))),
			removeSavedAnswers: ({ ids }) =>
				afterChange(withDatabase(andRemember((database) => removeSavedAnswers(database, ids)))),
			restoreSavedAnswers: ({ ids }) =>
				afterChange(withDatabase(andRemember((database) => restoreSavedAnswers(database, ids)))),
			listLookUps: () => withDatabase(listLookUps),
			forgetLookUps: ({ symptomId }) =>
				withDatabase(async (database) => {
					await forgetLookUps(database, symptomId);
					return null;
				}),
			addEpisode: (request) => afterChange(withDatabase(andRemember((database) => addEpisode(database, request)))),
			changeEpisode: (request) => afterChange(withDatabase((database) => changeEpisode(database, request))),
			removeEpisode: ({ id }) => afterChange(withDatabase(andRemember((database) => removeEpisode(database, id)))),
			restoreEpisode: ({ id }) => afterChange(withDatabase(andRemember((database) => restoreEpisode(database, id)))),
			listEpisodes: (request) => withDatabase((database) => listEpisodes(database, request)),
			noteRestored: () =>
				afterChange(
					withDatabase(async (database) => {
						await acknowledgeLoss(database, sentinelStore);
						return null;
					}),
				),
			listPacks: () =>
				withLibrary(async (database) => {
					await noteInterruptedImports(database);
					sweepMeanwhile(database);
					return describePacks(database, bundledPack.id);
				}),
			changePack: async ({ id, name, isOn }) => {
				if (id === bundledPack.id && name !== undefined) return { ok: false, reason: "not-found" };
				const change = { ...(name !== undefined && { name }), ...(isOn !== undefined && { isOn }) };
				return afterChange(
					withDatabase(async (database) => ((await changePack(database, id, change)) ? null : undefined)),
				);
			},
			removePack: async ({ id }) => {
				if (id === bundledPack.id) return { ok: false, reason: "not-found" };
				return afterChange(
					withDatabase(async (database) => {
						if ((await hidePack(database, id)) === undefined) return undefined;
						sweepMeanwhile(database);
						return null;
					}),
				);
			},
			readPackPart: async (request) => foundOnly(await withDatabase((database) => readPackPart(database, request))),
			acknowledgeInterrupted: () =>
				withDatabase(async (database) => {
					await acknowledgeInterruptedImports(database);
					return null;
				}),
			keepCaptured: ({ answer }) =>
				afterChange(
					withDatabase((database) => keepCaptured(database, withNamedSymptoms(answer, language), capturedPack)),
				),
			removeCaptured: ({ answerId }) =>
				afterChange(withDatabase(async (database) => ((await removeCaptured(database, answerId)) ? null : undefined))),
			describeStorage: () => withDatabase((database) => describeStored(database, localData, bundledPack.id)),
			deleteStored: ({ what }) =>
				afterChange(
					withDatabase(async (database) => {
						if (what === "everything") await deleteEverything(database, localData);
						else {
							await deleteStored(database, localData, what, bundledPack.id);
							await checkForLoss(database, sentinelStore).catch(() => undefined);
							if (what === "packs") sweepMeanwhile(database);
						}
						return null;
					}),
				),
			acknowledgeLoss: () =>
				afterChange(
					withDatabase(async (database) => {
						await acknowledgeLoss(database, sentinelStore);
						return null;
					}),
				),
		},
	};
}

/** Most answers of the list that a text finds, see `protocol.ts`. */
const MOST_BROWSED = 100;

/** Clearing away a large pack takes longer than a page waits; what fails is tried again by the next sweep. */
function sweepMeanwhile(database: LensDatabase): void {
	void sweepEditions(database).catch(() => undefined);
}

type DatabaseWork<T> = (database: LensDatabase) => PromiseLike<T>;

// An old version of the answers is better than none: only an empty library fails.
async function ensureLibrary(database: LensDatabase, bundledPack: BundledPack): Promise<void> {
	try {
		await ensureBundledPack(database, bundledPack);
	} catch (error) {
		if (error instanceof StorageUnreadableError) throw error;
		if ((await database.packs.count()) > 0) return;
		if (error instanceof StorageFullError) throw error;
		throw new StorageUnreadableError("There are no answers, and those of the package cannot be read", { cause: error });
	}
}

async function describePacks(database: LensDatabase, bundledId: string): Promise<PackList> {
	const packs = await listPacks(database, bundledId);
	const interrupted = await listInterruptedImports(database);
	return {
		packs: packs.map(({ edition: _, storedAt: __, ...pack }) => ({ ...pack, isBundled: pack.id === bundledId })),
		interrupted: interrupted.map(({ packName, since }) => ({ packName, since })),
	};
}
