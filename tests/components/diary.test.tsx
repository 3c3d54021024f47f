import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DiaryCalendar } from "../../components/DiaryCalendar";
import { DiaryForm, newEpisode } from "../../components/DiaryForm";
import { DiarySummary } from "../../components/DiarySummary";
import { DiaryView } from "../../components/DiaryView";
import { fieldOfMoment, lastWeeks, momentOfField } from "../../components/diary-days";
import { whenOf } from "../../components/diary-words";
import { dayOf } from "../../components/format-day";
import type { DiaryEpisode } from "../../lib/messaging/protocol";
import { episodeOf } from "../backup/record-samples";

const THURSDAY = new Date(2026, 10, 26, 14, 5).getTime();
const at = (day: number, hour = 9) => new Date(2026, 10, day, hour).getTime();
const idle = async () => undefined;
const viewOf = (episodes: DiaryEpisode[]) =>
	renderToStaticMarkup(
		<DiaryView
			symptoms={[{ id: "lip-twitching", name: "Lip twitching", episodes }]}
			now={THURSDAY}
			onChange={idle}
			onRemove={idle}
			onRestore={idle}
		/>,
	);

describe("the days of the diary", () => {
	it("are those of twelve weeks from Monday on, the last one with today", () => {
		const weeks = lastWeeks(THURSDAY, 12);

		expect(weeks).toHaveLength(12);
		expect(weeks[11]).toEqual(["23", "24", "25", "26", "27", "28", "29"].map((day) => `2026-11-${day}`));
		// Through the night in which summer time ends, no day is left out or comes twice.
		expect(new Set(weeks.flat()).size).toBe(84);
		expect(weeks[0]?.[0]).toBe("2026-09-07");
	});

	it("are those where the reader is, in the field too", () => {
		const late = new Date(2026, 0, 2, 23, 59).getTime();

		expect(dayOf(late)).toBe("2026-01-02");
		expect(fieldOfMoment(late)).toBe("2026-01-02T23:59");
		expect(momentOfField("2026-01-02T23:59")).toBe(late);
		expect(momentOfField("")).toBeUndefined();
	});
});

describe("the calendar", () => {
	it("says in numbers how many episodes began on a day", () => {
		const episodes = [
			episodeOf("a", { at: at(24) }),
			episodeOf("b", { at: at(24, 20) }),
			episodeOf("c", { at: at(26) }),
		];

		const html = renderToStaticMarkup(<DiaryCalendar episodes={episodes} now={THURSDAY} />);

		expect(html.match(/class="some"[^>]*>2</g)).toHaveLength(1);
		expect(html.match(/class="some"[^>]*>1</g)).toHaveLength(1);
		// The days after today have no number: nothing could be logged there yet.
		expect(html.match(/class="future"/g)).toHaveLength(3);
	});
});

describe("the diary", () => {
	it("says the time at both ends of a plot that covers one day", () => {
		const html = viewOf([episodeOf("a", { at: at(24, 20), strength: 2 }), episodeOf("b", { at: at(24), strength: 3 })]);

		const [first, last] = [at(24), at(24, 20)].map((moment) => `<span>${whenOf({ at: moment })}</span>`);
		expect(html).toContain(`<p class="diary-plot-range">${first}${last}</p>`);
	});

	it("draws a plot only of what was logged, and has every number in a table", () => {
		const html = viewOf([episodeOf("a", { at: at(24), strength: 4 }), episodeOf("b", { at: at(25), minutes: 90 })]);

		expect(html.match(/<circle/g)).toHaveLength(2);
		expect(html).toContain("1 h 30 min");
		expect(html).toContain("4, strong");
		expect(viewOf([episodeOf("a", { at: at(24) })])).not.toContain("<svg viewBox");
	});

	it("says nothing about what it means", () => {
		const html = viewOf(Array.from({ length: 30 }, (_, day) => episodeOf(`e${day}`, { at: at(day), strength: 5 })));

		expect(html).not.toMatch(
			/\b(?:average|mean|trend|better|worse|more often|less often|increas|decreas|improv|normal)/i,
		);
	});

	it("keeps words as words", () => {
		const html = viewOf([episodeOf("a", { note: "<img src=x onerror=alert(1)>", place: "<b>lip</b>" })]);

		expect(html).not.toMatch(/<img|<b>/);
	});

	it("as a table for print has the oldest first", () => {
		const episodes = [episodeOf("b", { note: "later", at: at(25) }), episodeOf("a", { note: "earlier", at: at(24) })];

		const html = renderToStaticMarkup(<DiarySummary name="Lip twitching" episodes={episodes} />);

		expect(html.indexOf("earlier")).toBeLessThan(html.indexOf("later"));
	});

	it("asks for nothing but the time", () => {
		const html = renderToStaticMarkup(
			<DiaryForm label="Log an episode" fields={newEpisode(THURSDAY)} onSave={idle} onCancel={() => undefined} />,
		);

		expect(html).toContain('value="2026-11-26T14:05"');
		expect(html.match(/required/g)).toHaveLength(1);
	});
});
