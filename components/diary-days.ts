import { dayOf } from "./format-day";

/** The last weeks up to the one of a moment, oldest first, each as its seven days from Monday on. */
export function lastWeeks(now: number, count: number): string[][] {
	const today = new Date(now);
	const sinceMonday = (today.getDay() + 6) % 7;
	const first = today.getDate() - sinceMonday - (count - 1) * 7;
	return Array.from({ length: count }, (_, week) =>
		// By day of the month: a day is 23 or 25 hours long twice a year.
		Array.from({ length: 7 }, (_, day) =>
			dayOf(new Date(today.getFullYear(), today.getMonth(), first + week * 7 + day, 12).getTime()),
		),
	);
}

/** A moment as a field for date and time takes it: `YYYY-MM-DDTHH:MM`, where the reader is. */
export function fieldOfMoment(moment: number): string {
	const date = new Date(moment);
	const time = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
	return `${dayOf(moment)}T${time}`;
}

/** The moment that such a field holds; undefined if it holds none. */
export function momentOfField(field: string): number | undefined {
	const moment = new Date(field).getTime();
	return Number.isNaN(moment) || moment < 0 ? undefined : moment;
}
