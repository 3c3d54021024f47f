import { i18n } from "#i18n";
import type { DiaryEpisode } from "../lib/messaging/protocol";

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** When an episode began, as the reader writes dates. */
export function whenOf({ at }: Pick<DiaryEpisode, "at">): string {
	return WHEN.format(at);
}

/** How long an episode lasted: "5 min", "1 h 30 min"; empty if that was not logged. */
export function durationOf({ minutes }: Pick<DiaryEpisode, "minutes">): string {
	if (minutes === null) return "";
	if (minutes < 60) return i18n.t("diary.minutes", [String(minutes)]);
	const rest = minutes % 60;
	const hours = String((minutes - rest) / 60);
	return rest === 0 ? i18n.t("diary.hours", [hours]) : i18n.t("diary.hoursMinutes", [hours, String(rest)]);
}

/** The strength as number and words; empty if it was not logged. */
export function strengthOf({ strength }: Pick<DiaryEpisode, "strength">): string {
	return strength === null ? "" : i18n.t(`diary.strength${strength}`);
}
