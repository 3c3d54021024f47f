/** Limits of `lib/backup/record-limits.ts`, which components do not import; a test holds them together. */
export const LONGEST_NOTE = 10_000;
export const LONGEST_TAG = 40;
