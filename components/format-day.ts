import { localDay } from "../lib/local-day";

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** A day of the content (`2021-01-24`) in the reader's own way of writing dates. */
export function formatDay(day: string): string {
	return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** The day of a moment, in milliseconds since the epoch, where the reader is. */
export function formatDayOf(moment: number): string {
	return MOMENT.format(moment);
}

/** Today where the reader is, as `YYYY-MM-DD`. */
export function today(): string {
	return localDay(Date.now());
}

/** True if a day lies more than some years back. */
export function isOlderThan(day: string, years: number): boolean {
	const [year = "", ...rest] = today().split("-");
	return day < [Number(year) - years, ...rest].join("-");
}
