/** Longest note that is typed, in characters: about four printed pages. */
export const LONGEST_NOTE = 10_000;

/** Longest tag, in characters: a few words. Longer ones break the row they stand in. */
export const LONGEST_TAG = 40;

/** Most tags that are given to one saved answer: more than this sorts nothing. */
export const MOST_TAGS = 20;

/** Copies of one answer that may be joined, with all their notes and tags: more devices than a reader has. */
export const MOST_COPIES = 10;

/** Longest texts of a record, in characters: generous for people, small for the storage. */
export const LONGEST_PLACE = 200;
export const LONGEST_ID = 200;
export const LONGEST_CONTEXT = 8_000;

/** The last millisecond of the year 9999: beyond, dates have no usual form. */
export const LAST_MOMENT = 253_402_300_799_999;

/** A month in minutes: longer than anybody logs as one episode. */
export const LONGEST_MINUTES = 31 * 24 * 60;
