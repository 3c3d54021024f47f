/** What a text can say of a symptom; `present` is said of the person whom the text is about. */
export const ASSERTIONS = ["present", "denied", "possible", "other-person", "past", "general"] as const;
export type Assertion = (typeof ASSERTIONS)[number];
