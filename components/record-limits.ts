/** Limits of `lib/backup/record-limits.ts`, which components do not import; a test holds them together. */
export const LONGEST_NOTE = 10_000;
export const LONGEST_TAG = 40;
export const LONGEST_PLACE = 200;
export const LONGEST_MINUTES = 44_640;
