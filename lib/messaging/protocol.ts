/**
 * Every message of the product, on one page. One interface per direction, one
 * sentence per call. Requests that can fail for a reason the reader must know
 * return a `Result`; a bug throws.
 *
 * Long because who changes one message sees here all that ride on the same lines.
 */
import type { Answer, AnswerId, Reply, SymptomId } from "../../data/schema";
import type { NameFacet } from "../browse/answer-facets";
import type { BrowseFacets, BrowseFilter, BrowseSort, FacetOption } from "../browse/browsing";
import type { SavedFilter, SavedSort } from "../browse/saved-choice";
import type { CapturedPage } from "../capture/capture-page";
import type { Assertion } from "../detection/assertion";
import type { BrowsedSaved } from "../storage/browse-saved";
import type { MergedSaved } from "../storage/change-saved";
import type { PackPart } from "../storage/manage-packs";
import type { StorageReport, StoredKind } from "../storage/stored-data";
import type { ContentToCard } from "./card-channel";
import type { PlainCard } from "./plain-card";

/** What a request returns when failing is a normal outcome. */
export type Result<T> = { ok: true; value: T } | { ok: false; reason: FailureReason };

/**
 * `storage-unreadable`: the database cannot be opened or read.
 * `storage-full`: the browser refused to write.
 * `not-found`: the answer or saved answer no longer exists.
 * `no-reply`: the background did not answer in time.
 */
export type FailureReason = "storage-unreadable" | "storage-full" | "not-found" | "no-reply";

/** An answer as found, with the pack it comes from and why it was found. */
export interface FoundAnswer {
	packId: string;
	packName: string;
	answer: Answer;
	/** Words of the query, as written in it, that stand in the question or a reply. */
	matchedWords: string[];
	/** The stretch of a long reply that says most of the query, as it stands there; null where there is none. */
	passage: string | null;
	/** What the person who asked has in common with the writer of the sentence that was met. */
	sameAsker: { age: boolean; sex: boolean };
	/** Id of the reader's saved copy, if there is one. */
	savedId: string | null;
}

/** Where the reader met the answer. Empty strings where it was found by searching. */
export interface SavedContext {
	symptomId: SymptomId | null;
	sentence: string;
	pageTitle: string;
	pageUrl: string;
}

/** One row of the personal list: a snapshot that lives on when packs change. */
export interface SavedAnswer {
	/** uuid, the same on every device. */
	id: string;
	packId: string;
	answerId: AnswerId;
	snapshot: Answer;
	packName: string;
	context: SavedContext;
	/** What the reader wrote to it. */
	note: string;
	/** The reader's own words to sort it by. */
	tags: string[];
	/** Milliseconds since the epoch. */
	savedAt: number;
	updatedAt: number;
	/** Set when the reader removed it; the row stays so that a merge can tell. */
	deletedAt: number | null;
}

/** What the reader has logged of a symptom. It is kept and drawn, never interpreted. */
export interface DiaryEpisode {
	/** uuid, the same on every device. */
	id: string;
	symptomId: SymptomId;
	/** When it began, in milliseconds since the epoch. */
	at: number;
	/** How long it lasted, in minutes. */
	minutes: number | null;
	/** Where on the body, in the reader's words. */
	place: string;
	/** 1 is hardly noticed, 5 is as strong as can be. */
	strength: 1 | 2 | 3 | 4 | 5 | null;
	note: string;
	updatedAt: number;
	/** Set when the reader removed it; the row stays so that a merge can tell. */
	deletedAt: number | null;
}

/** What the reader fills in of an episode. */
export type EpisodeDraft = Omit<DiaryEpisode, "id" | "updatedAt" | "deletedAt">;

/** That a symptom's card was opened; kept only if the reader has asked for it. */
export interface LookUp {
	symptomId: SymptomId;
	/** The last time, in milliseconds since the epoch. */
	at: number;
	count: number;
}

/** What the reader wants to see of the personal list. */
export interface SavedListRequest {
	/** What they typed; empty to see all. */
	text: string;
	filter: SavedFilter;
	sort: SavedSort;
	/** How many rows come along with the list; at most 100. */
	count: number;
}

export interface SavedList extends BrowsedSaved {
	/** True if answers had been saved and the browser has since cleared the storage. */
	isLost: boolean;
}

/** A pack as the library page lists it. */
export interface PackDescription {
	id: string;
	name: string;
	version: string;
	origin: string;
	licence: string;
	/** YYYY-MM-DD. */
	date: string;
	answerCount: number;
	/** Characters of all its texts. */
	textLength: number;
	isOn: boolean;
	/** The pack that came with the product can be switched off, and neither renamed nor removed. */
	isBundled: boolean;
}

export interface PackList {
	packs: PackDescription[];
	/** Imports of which nothing was kept because they were interrupted; told until acknowledged. */
	interrupted: { packName: string; since: number }[];
}

/** A captured answer in its pack. */
export interface KeptAnswer {
	packName: string;
	/** True if it took the place of an earlier capture of the same question. */
	isReplaced: boolean;
}

/** Which stretch of the list of all answers is asked for. */
export interface BrowseRequest {
	filter: BrowseFilter;
	sort: BrowseSort;
	/** What the reader typed; empty to see all. The best come first then, whatever the sort. */
	text: string;
	first: number;
	/** At most 100. */
	count: number;
}

/** A stretch of the list of all answers. */
export interface BrowsedList {
	/** Changes whenever packs come, go or change: rows of another library do not belong into the same list. */
	library: string;
	/** Answers of all packs that are on. */
	libraryCount: number;
	/** Answers of the list; with a text the best of them, at most 100. */
	total: number;
	rows: BrowsedAnswer[];
	/** What each filter has to offer, whatever the text. */
	facets: BrowseFacets;
}

/** An answer as the list shows it before it is opened. */
export interface BrowsedAnswer
	extends Pick<FoundAnswer, "packId" | "packName" | "matchedWords" | "passage" | "savedId"> {
	answerId: AnswerId;
	title: string;
	lang: string;
	site: string;
	/** The first reply. */
	reply: Pick<Reply, "doctor" | "specialty" | "hospital">;
	replyCount: number;
	/** YYYY-MM-DD of the newest reply or question. */
	day: string | null;
}

/** What the reader types into a filter that has too many names for a list. */
export interface SuggestRequest {
	facet: NameFacet;
	text: string;
	filter: BrowseFilter;
}

export type NameSuggestions = FacetOption<string>[];

/** From the product's own pages (card, popup, library) to the background. Refused from anywhere else. */
export interface PageToBackground {
	/**
	 * The answers that fit a symptom best, in the light of the sentence it stands in and of what that says of it (null
	 * where it stands in none); best first, at most 5.
	 */
	findAnswers(query: { symptomId: SymptomId; sentence: string; assertion: Assertion | null }): Result<FoundAnswer[]>;
	/** The answers that fit what the reader typed; best first, at most 20; empty when nothing is close. */
	searchAnswers(query: { text: string }): Result<FoundAnswer[]>;
	/** The answers to questions most like that of a stored answer, best first, at most 5. */
	findSimilarAnswers(request: { packId: string; answerId: AnswerId }): Result<FoundAnswer[]>;
	/** A stretch of all answers that fit a filter, sorted; with a text, the best of them for it. */
	browseAnswers(request: BrowseRequest): Result<BrowsedList>;
	/** Names of a facet that begin or are spelled like a text, those with the most answers first, at most 50. */
	suggestNames(request: SuggestRequest): Result<NameSuggestions>;
	/** One whole answer. */
	readAnswer(request: { packId: string; answerId: AnswerId }): Result<FoundAnswer>;
	/** Keeps an answer on the personal list; saving it twice keeps one. */
	saveAnswer(request: { packId: string; answerId: AnswerId; context: SavedContext }): Result<SavedAnswer>;
	/** The personal list, narrowed and sorted: the ids of all that fit, and the first rows. */
	listSavedAnswers(request: SavedListRequest): Result<SavedList>;
	/** Rows of the personal list by their ids, at most 100, without those that are not on it. */
	readSavedAnswers(request: { ids: string[] }): Result<SavedAnswer[]>;
	/** Changes the note or the tags of a saved answer; what is not given stays as it is. */
	changeSavedAnswer(request: { id: string; note?: string | undefined; tags?: string[] | undefined }): Result<null>;
	/** Adds a tag to many saved answers or takes it off; returns the ids of those that changed. */
	tagSavedAnswers(request: { ids: string[]; tag: string; isOn: boolean }): Result<string[]>;
	/** Makes one saved answer of several; not found if fewer than two of them are on the list. */
	mergeSavedAnswers(request: { ids: string[] }): Result<MergedSaved>;
	/** Takes many answers off the personal list; returns the ids of those that were on it. */
	removeSavedAnswers(request: { ids: string[] }): Result<string[]>;
	/** Puts many removed answers back; returns the ids of those that are on the list again. */
	restoreSavedAnswers(request: { ids: string[] }): Result<string[]>;
	/** Takes an answer off the personal list; `restoreSavedAnswer` undoes it. */
	removeSavedAnswer(request: { id: string }): Result<null>;
	/** Puts a removed answer back as it was. */
	restoreSavedAnswer(request: { id: string }): Result<SavedAnswer>;
	/** What the reader looked up, last first, at most 50; empty unless they asked for it to be remembered. */
	listLookUps(): Result<LookUp[]>;
	/** Forgets a symptom that was looked up, or with null all of them. */
	forgetLookUps(request: { symptomId: SymptomId | null }): Result<null>;
	/** The reader has read that the list was lost; it is not said again. */
	acknowledgeLoss(): Result<null>;
	/** Logs an episode under an id of the page's; logging it twice keeps one. */
	addEpisode(request: { id: string; draft: EpisodeDraft }): Result<DiaryEpisode>;
	/** Puts other words and numbers into an episode. */
	changeEpisode(request: { id: string; draft: EpisodeDraft }): Result<DiaryEpisode>;
	/** Takes an episode out of the diary; `restoreEpisode` undoes it. */
	removeEpisode(request: { id: string }): Result<DiaryEpisode>;
	/** Puts a removed episode back as it was. */
	restoreEpisode(request: { id: string }): Result<DiaryEpisode>;
	/** The episodes of a symptom, or with null of all, that began in a range (`from` ≤ at < `to`); newest first. */
	listEpisodes(request: { symptomId: SymptomId | null; from: number; to: number }): Result<DiaryEpisode[]>;
	/** A page has merged a backup into the storage: the others hear of it, and a list that was lost is not missed any more. */
	noteRestored(): Result<null>;
	/** All packs. */
	listPacks(): Result<PackList>;
	/** Gives a pack another name, or switches it off and on. */
	changePack(request: { id: string; name?: string | undefined; isOn?: boolean | undefined }): Result<null>;
	/** Removes a pack with its answers; saved ones stay. */
	removePack(request: { id: string }): Result<null>;
	/** A part of a pack, from an answer's number on, as long as it is still of this version. */
	readPackPart(request: { id: string; version: string; first: number }): Result<PackPart>;
	/** The reader has read which imports were interrupted; it is not said again. */
	acknowledgeInterrupted(): Result<null>;
	/** Keeps a captured answer in the pack of those; one with the same id is replaced. */
	keepCaptured(request: { answer: Answer }): Result<KeptAnswer>;
	/** Takes a captured answer out of its pack; the pack goes with its last one. */
	removeCaptured(request: { answerId: AnswerId }): Result<null>;
	/** What is stored on this device, kind by kind, with counts and bytes. */
	describeStorage(): Result<StorageReport>;
	/** Deletes a kind of stored things for good; `everything` is the database, the settings and the sentinel. */
	deleteStored(request: { what: StoredKind | "everything" }): Result<null>;
}

/** From a content script to the background. Public, read-only, and answered to anyone. */
export interface ContentToBackground {
	/** Wakes the background and opens its storage, so that answers are near when the card opens. */
	wake(): void;
	/** The card of a symptom as text, for where its frame cannot stand; undefined if there is no such symptom. */
	plainCard(request: { symptomId: string }): PlainCard | undefined;
	/** Closes the cards of all other frames of the tab: one card at a time, and Escape closes it wherever the focus is. */
	closeCards(request: { asker: unknown }): void;
	/** Terms came or went in this frame: who shows or counts them may ask for them. */
	termsChanged(): void;
}

/** From the card to the background. */
export interface CardToBackground {
	/** A symptom's card is on show; it is remembered if the reader wants that, and never in a private window. */
	noteLookUp(request: { symptomId: SymptomId }): void;
}

/** From the background to every open page of the product. */
export interface BackgroundToPages {
	/** The personal list, the diary, what was kept from pages or the packs changed: read them again. */
	savedAnswersChanged(): void;
}

/** From the product's own pages and the background to the content script of a tab. */
export interface PagesToContent {
	/** What runs on this page. No reply means that no content script lives there. */
	describePage(): PageDescription;
	/** Reads this page although the reader has set that pages are read only when asked. */
	readPage(): void;
	/** The page as it is now, with what the reader has selected. No reply where it cannot be read. */
	capturePage(): CapturedPage;
	/** The terms that are underlined in this frame. No reply where no lens is at work. */
	listTerms(): ListedTerms | undefined;
	/** All that a card would be told of a term. No reply if it is not there any more. */
	readTerm(request: { number: number }): ContentToCard | undefined;
	/**
	 * Scrolls to a term and opens its card, pinned; false if it is not there any more. With `takesFocus` the focus goes
	 * into the card; if it is there already, the card closes and the focus goes back.
	 */
	showTerm(request: { number: number; takesFocus: boolean }): boolean;
	/** Closes the card that is open in this frame, unless the frame itself is the one that asks. Goes to all frames at once. */
	closeCards(request: { asker: unknown }): void;
}

interface PageDescription {
	/** Host name of the page, for the switch "on this site". */
	host: string;
	isRunning: boolean;
	/** The different symptoms that are underlined in this frame. */
	symptomIds: string[];
}

/** The terms of a frame in the order of the page, at most 400; public words, to be shown as text only. */
export interface ListedTerms {
	terms: ListedTerm[];
	/** The term whose card was opened last, and when, in milliseconds since the epoch. */
	last?: { number: number; at: number } | undefined;
}

export interface ListedTerm {
	/** Names the term as long as it stands where it stands. */
	number: number;
	symptomId: string;
	/** The words of the page that name it. */
	words: string;
	assertion: Assertion;
	/** The text around it, and where in that it stands. */
	text: string;
	start: number;
	end: number;
}
