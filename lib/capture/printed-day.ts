const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const MONTH =
	"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?";
const YEAR_FIRST = /^(\d{4}) ?(?:[-/.]|年) ?(\d{1,2}) ?(?:[-/.]|月) ?(\d{1,2})(?!\d)/;
const YEAR_LAST = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})(?!\d)/;
const DAY_MONTH = new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MONTH}\\.?,?[ -](\\d{4})(?!\\d)`, "i");
const MONTH_DAY = new RegExp(`^${WEEKDAY}${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "i");

/**
 * The day that the text begins with as `YYYY-MM-DD`, or null if there is none, if it is not
 * complete, does not exist (30 February), or may be two different days (03/04/2021).
 */
export function printedDay(text: string): string | null {
	const printed = text.trim().replace(/\s+/g, " ");
	const yearFirst = YEAR_FIRST.exec(printed);
	if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
	const dayMonth = DAY_MONTH.exec(printed);
	if (dayMonth) return day(dayMonth[3], monthNumber(dayMonth[2]), dayMonth[1]);
	const monthDay = MONTH_DAY.exec(printed);
	if (monthDay) return day(monthDay[3], monthNumber(monthDay[1]), monthDay[2]);
	const yearLast = YEAR_LAST.exec(printed);
	if (!yearLast) return null;
	const dayFirst = day(yearLast[3], yearLast[2], yearLast[1]);
	const monthFirst = day(yearLast[3], yearLast[1], yearLast[2]);
	if (dayFirst && monthFirst && dayFirst !== monthFirst) return null;
	return dayFirst ?? monthFirst;
}

/** The reader's calendar day of a moment in milliseconds, or null for no moment. */
export function localDay(moment: number): string | null {
	const date = new Date(moment);
	if (Number.isNaN(date.getTime())) return null;
	return day(`${date.getFullYear()}`, `${date.getMonth() + 1}`, `${date.getDate()}`);
}

function monthNumber(name: string | undefined): string {
	return String(MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
}

function day(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): string | null {
	const written = [year?.padStart(4, "0"), month?.padStart(2, "0"), dayOfMonth?.padStart(2, "0")].join("-");
	const date = new Date(`${written}T00:00:00Z`);
	// 30 February becomes 2 March, years below 1000 are misprints.
	if (Number.isNaN(date.getTime()) || Number(year) < 1000) return null;
	return date.toISOString().startsWith(written) ? written : null;
}
