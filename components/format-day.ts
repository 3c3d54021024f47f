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

/** A day where the reader is, as `YYYY-MM-DD`, of a moment in milliseconds since the epoch. */
export function dayOf(moment: number): string {
	const date = new Date(moment);
	return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map((part) => String(part).padStart(2, "0"))
		.join("-");
}

/** Today where the reader is, as `YYYY-MM-DD`. */
export function today(): string {
	return dayOf(Date.now());
}

/** True if a day lies more than some years back. */
export function isOlderThan(day: string, years: number): boolean {
	const [year = "", ...rest] = today().split("-");
	return day < [Number(year) - years, ...rest].join("-");
}
