import { i18n } from "#i18n";
import type { Assertion } from "../lib/detection/assertion";

/** What a text says of a symptom other than that it is there: a sentence with `*` around the word that is stressed. */
export function stressedAssertion(assertion: Exclude<Assertion, "present">): string {
	return i18n.t(assertion === "other-person" ? "card.assertion.otherPerson" : `card.assertion.${assertion}`);
}

/** The same where nothing can be stressed. */
export function plainAssertion(assertion: Exclude<Assertion, "present">): string {
	return stressedAssertion(assertion).replaceAll("*", "");
}
