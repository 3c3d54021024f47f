import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerFilters, type AnswerFiltersProps } from "../../components/AnswerFilters";
import { AnswerListStatus } from "../../components/AnswerListStatus";

const NO_FILTER = { packId: null, site: null, doctor: null, specialty: null, year: null };
const few = { options: [{ value: "<b>", count: 1_200 }], total: 1 };
const nothing = () => undefined;

function filters(given: Partial<AnswerFiltersProps> = {}): string {
	return renderToStaticMarkup(
		<AnswerFilters
			filter={NO_FILTER}
			sort="newest"
			text=""
			facets={{
				site: few,
				doctor: { ...few, total: 80 },
				specialty: few,
				pack: [],
				year: [{ value: 2_019, count: 3 }],
			}}
			onFilter={nothing}
			onSort={nothing}
			onText={nothing}
			onClear={nothing}
			onSuggest={async () => []}
			{...given}
		/>,
	);
}

describe("the filters of the list", () => {
	it("are lists where all names fit in, and a field to type into where they do not", () => {
		const html = filters();

		expect(html.match(/role="combobox"/g)).toHaveLength(1);
		expect(html).toContain("&lt;b&gt; (1,200)");
		expect(html).toContain("2019 (3)");
	});

	it("name no counts while a text is searched for, because these are not of what it finds", () => {
		const html = filters({ text: "lip" });

		expect(html).not.toContain("1,200");
		expect(html).toContain("Best match first");
	});

	it("can be cleared as soon as there is something to clear", () => {
		expect(filters()).not.toContain("Clear filters");
		expect(filters({ filter: { ...NO_FILTER, year: 2_019 } })).toContain("Clear filters");
		expect(filters({ text: "lip" })).toContain("Clear filters");
	});
});

describe("the line above the list", () => {
	const status = (list: { total: number; libraryCount: number; isSearch: boolean }) =>
		renderToStaticMarkup(<AnswerListStatus state="ready" list={list} onRetry={nothing} onClear={nothing} />);

	it("says how many there are, or why there are none", () => {
		expect(status({ total: 1, libraryCount: 5, isSearch: false })).toContain("1 answer<");
		expect(status({ total: 4_000, libraryCount: 5_000, isSearch: false })).toContain("4,000 answers");
		expect(status({ total: 4, libraryCount: 5, isSearch: true })).toContain("The 4 closest answers");
		expect(status({ total: 0, libraryCount: 5, isSearch: false })).toMatch(/No answer fits\..*Clear filters/);
		expect(status({ total: 0, libraryCount: 5, isSearch: true })).toMatch(/Nothing close to that\..*Clear filters/);
		expect(status({ total: 0, libraryCount: 0, isSearch: false })).not.toContain("Clear filters");
	});

	it("offers another try when the list cannot be read", () => {
		expect(
			renderToStaticMarkup(<AnswerListStatus state="failed" list={undefined} onRetry={nothing} onClear={nothing} />),
		).toContain("Try again");
	});
});
