/** The day where the reader is, as `YYYY-MM-DD`, of a moment in milliseconds since the epoch. */
export function localDay(moment: number): string {
	const date = new Date(moment);
	return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map((part) => String(part).padStart(2, "0"))
		.join("-");
}
