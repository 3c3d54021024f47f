/** Pause in typing before the background is asked, in milliseconds: the time between two letters. */
export const TYPING_PAUSE_MS = 120;
