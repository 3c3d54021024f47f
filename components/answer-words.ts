import { i18n } from "#i18n";
import type { Answer, Reply } from "../data/schema";
import { formatDay, isOlderThan } from "./format-day";

/** What was answered longer ago may have been overtaken; after the currency benchmark of JAMA. */
const CURRENT_YEARS = 3;

/** Who replied, in words: a named doctor, else the institution. */
export function replyWho({ doctor, hospital }: Reply, { site }: Pick<Answer, "site">): string {
	return doctor ? i18n.t("answers.doctor", [doctor]) : i18n.t("answers.institution", [hospital ?? site]);
}

/** Specialty, hospital, day and age of a reply, as far as they are known. */
export function replyWhere({ doctor, hospital, specialty, repliedOn }: Reply): string {
	const when = repliedOn ? i18n.t("answers.replied", [formatDay(repliedOn)]) : i18n.t("answers.undated");
	const age = repliedOn && isOlderThan(repliedOn, CURRENT_YEARS) ? i18n.t("answers.old") : null;
	return [specialty, doctor ? hospital : null, when, age].filter(Boolean).join(" · ");
}

/** Whether the words of an answer are its page's or a summary of ours. */
export function wordingOf({ wording }: Pick<Answer, "wording">): string {
	return i18n.t(wording === "summary" ? "answers.summary" : "answers.verbatim");
}
