/** Longest texts of a record, in characters: generous for people, small for the storage. */
export const LONGEST_NOTE = 20_000;
export const LONGEST_PLACE = 200;
export const LONGEST_TAG = 100;
export const MOST_TAGS = 100;
export const LONGEST_ID = 200;
export const LONGEST_CONTEXT = 8_000;

/** The last millisecond of the year 9999: beyond, dates have no usual form. */
export const LAST_MOMENT = 253_402_300_799_999;

/** A month in minutes: longer than anybody logs as one episode. */
export const LONGEST_MINUTES = 31 * 24 * 60;
