/** What one page may hold. A page is written by strangers: without limits it could fill the form, the memory or the database. */

/** Most questions of one page that become drafts: the longest honest FAQ pages have about 40. */
export const MOST_QUESTIONS = 50;

/** Most replies to one question, and most entries of a list beside it. */
export const MOST_REPLIES = 30;
export const MOST_ENTRIES = 40;

/** Longest text, in characters: four times the longest reply and site text on pages of doctors' answers. */
export const LONGEST_TEXT = 20_000;

/** Longest title, name, topic or other line, in characters. */
export const LONGEST_LINE = 300;

/** Longest line that is taken for one about who asked or replied, in characters; prose lines are longer. */
export const LONGEST_META_LINE = 160;

/** Longest JSON-LD block, in characters, and most things in all blocks of a page: 50 questions with 30 replies fit. */
export const LONGEST_JSON = 1_000_000;
export const MOST_THINGS = 20_000;

/** Deepest nesting of JSON-LD: page, question, answer, author, hospital and its address need 8. */
export const DEEPEST_JSON = 16;

/** Most elements of a page that are read. The longest pages that people write have 30,000. */
export const MOST_ELEMENTS = 200_000;

/** Most texts that end in "…" and are looked for on the page: more than an honest page cuts off. */
export const MOST_CUT_OFF = 100;

/** Longest text with markup in JSON-LD that is parsed, in characters: markup is rarely longer than what it marks. */
export const LONGEST_MARKUP = 3 * LONGEST_TEXT;
