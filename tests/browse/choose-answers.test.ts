import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, answerSchema } from "../../data/schema";
import { facetsOf } from "../../lib/browse/answer-facets";
import { type BrowseFilter, type BrowseSort, SORTS } from "../../lib/browse/browsing";
import { describeFacets } from "../../lib/browse/describe-facets";
import { foldName } from "../../lib/browse/name-order";
import { wordAt } from "../../lib/search/packed-words";
import { answerOf } from "../search/answer-of";
import { choose, libraryOf } from "./library-of";

const ALL: BrowseFilter = { packId: null, site: null, doctor: null, specialty: null, year: null };

interface Given {
	title?: string;
	site?: string;
	askedOn?: string | null;
	replies?: {
		doctor?: string | null;
		specialty?: string | null;
		hospital?: string | null;
		repliedOn?: string | null;
	}[];
}

let made = 0;
function answer({ title = "A title", site = "example.org", askedOn = null, replies = [{}] }: Given): Answer {
	const plain = answerOf(`a${made++}`, { title });
	return answerSchema.parse({
		...plain,
		site,
		question: { ...plain.question, askedOn },
		replies: replies.map((reply) => ({ ...plain.replies[0], ...reply })),
	});
}

async function titles(packs: Answer[][], filter: Partial<BrowseFilter>, sort: BrowseSort = "pack"): Promise<string[]> {
	const { order } = await choose(libraryOf(packs, 2), { ...ALL, ...filter }, sort);
	return [...order].map((document) => packs.flat()[document]?.title ?? "?");
}

describe("the list of answers", () => {
	const packs = [
		[
			answer({ title: "Émile's knee", askedOn: "2019-02-03", replies: [{ doctor: "Ben Test", repliedOn: null }] }),
			answer({ title: "zinc", replies: [{ doctor: null, hospital: "Test Clinic" }] }),
		],
		[
			answer({ title: "“Ankle”", askedOn: "2019-02-01", replies: [{ repliedOn: "2021-05-06", doctor: "ada Test" }] }),
			answer({ title: "Emile's ankle", site: "two.example", replies: [{ doctor: null }, { doctor: "Ben Test" }] }),
		],
	];

	it("can be sorted by the newest date of question and replies, without a date last either way", async () => {
		expect(await titles(packs, {}, "newest")).toEqual(["“Ankle”", "Émile's knee", "zinc", "Emile's ankle"]);
		expect(await titles(packs, {}, "oldest")).toEqual(["Émile's knee", "“Ankle”", "zinc", "Emile's ankle"]);
	});

	it("can be sorted by title and by doctor over all packs, whatever the case, accents and quotation marks", async () => {
		expect(await titles(packs, {}, "title")).toEqual(["“Ankle”", "Emile's ankle", "Émile's knee", "zinc"]);
		expect(await titles(packs, {}, "doctor")).toEqual(["“Ankle”", "Émile's knee", "zinc", "Emile's ankle"]);
	});

	it("can be narrowed to a pack, a site, a year, and to whoever replied: doctor, institution or site", async () => {
		expect(await titles(packs, { packId: "p1" })).toEqual(["“Ankle”", "Emile's ankle"]);
		expect(await titles(packs, { site: "two.example" })).toEqual(["Emile's ankle"]);
		expect(await titles(packs, { year: 2021 })).toEqual(["“Ankle”"]);
		expect(await titles(packs, { doctor: "Ben Test" })).toEqual(["Émile's knee", "Emile's ankle"]);
		expect(await titles(packs, { doctor: "Test Clinic" })).toEqual(["zinc"]);
		expect(await titles(packs, { doctor: "two.example" })).toEqual(["Emile's ankle"]);
	});

	it("is sorted by title in packs of thousands as in small ones", async () => {
		const numbered = Array.from({ length: 7_000 }, (_, index) =>
			answer({ title: String((index * 1_237) % 7_000).padStart(4, "0") }),
		);
		const library = libraryOf([numbered.slice(0, 6_000), numbered.slice(6_000)], 5_000);
		const { order } = await choose(library, ALL, "title");

		expect([...order].map((document) => Number(numbered[document]?.title))).toEqual([...numbered.keys()]);
	});

	it("is empty for a name that no pack holds any more, and still offers the way back", async () => {
		const library = libraryOf(packs, 2);
		const filter = { ...ALL, doctor: "Gone Test" };
		const { order, counts } = await choose(library, filter, "pack");

		expect(order).toHaveLength(0);
		expect(describeFacets(library, filter, counts).doctor.options).toEqual([
			{ value: "Ben Test", count: 2 },
			{ value: "ada Test", count: 1 },
			{ value: "Test Clinic", count: 1 },
			{ value: "two.example", count: 1 },
			{ value: "Gone Test", count: 0 },
		]);
	});

	it("is empty without a pack", async () => {
		const library = libraryOf([], 2);
		const { order, counts } = await choose(library, ALL, "title");

		expect(order).toHaveLength(0);
		expect(describeFacets(library, ALL, counts)).toMatchObject({ pack: [], year: [], site: { options: [], total: 0 } });
	});
});

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const answersArbitrary = fc.array(
	fc
		.record({
			title: oneOf("Knee", "knee", "Ankle!", "ánkle", "1", "…", `${"long ".repeat(20)}a`, `${"long ".repeat(20)}b`),
			site: oneOf("one", "two", "Two"),
			askedOn: oneOf(null, "0001-01-01", "1969-12-31", "2019-02-03", "2019-12-31", "9999-12-31"),
			replies: fc.array(
				fc.record({
					doctor: oneOf(null, "Ada", "ada", "Ben"),
					hospital: oneOf(null, "Ada", "Clinic"),
					specialty: oneOf(null, "Bones", "Nerves"),
					repliedOn: oneOf(null, "2019-02-03", "2020-02-29"),
				}),
				{ minLength: 1, maxLength: 3 },
			),
		})
		.map(answer),
	{ maxLength: 9 },
);
const filterArbitrary = fc.record({
	packId: oneOf(null, null, "p0", "p1", "p9"),
	site: oneOf(null, null, "one", "Two"),
	doctor: oneOf(null, null, "Ada", "Clinic", "one", "nobody"),
	specialty: oneOf(null, null, "Bones"),
	year: oneOf(null, null, 2019, 1),
});

type Facet = keyof BrowseFilter;
const FACETS: Facet[] = ["packId", "site", "doctor", "specialty", "year"];

/** The values that an answer has of a facet. */
function valuesOf({ answer, packId }: { answer: Answer; packId: string }, facet: Facet): (string | number)[] {
	const { names, day } = facetsOf(answer);
	if (facet === "packId") return [packId];
	return facet === "year" ? (day === null ? [] : [Number(day.slice(0, 4))]) : names[facet];
}

/** The rules once more, the slow way. */
function oracle(packs: Answer[][], filter: BrowseFilter, sort: BrowseSort) {
	const all = packs
		.flatMap((answers, pack) => answers.map((answer) => ({ answer, packId: `p${pack}` })))
		.map((one, document) => ({ ...one, document }));
	const passes = (one: (typeof all)[number], but?: Facet) =>
		FACETS.every((facet) => {
			const wanted = filter[facet];
			return facet === but || wanted === null || valuesOf(one, facet).includes(wanted);
		});
	const keyOf = ({ answer }: (typeof all)[number]): string => {
		const { day, names, title } = facetsOf(answer);
		const digits = (day ?? "").replaceAll("-", "");
		if (sort === "newest") return day === null ? "~" : String(99_999_999 - Number(digits)).padStart(8, "0");
		if (sort === "oldest") return day === null ? "~" : digits;
		if (sort === "title") return foldName(title).slice(0, 64);
		return sort === "doctor" ? `${foldName(names.doctor[0] ?? "")}\0${names.doctor[0]}` : "";
	};
	const order = all
		.filter((one) => passes(one))
		.map((one) => ({ key: keyOf(one), document: one.document }))
		.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.document - other.document))
		.map(({ document }) => document);
	const counts = Object.fromEntries(
		FACETS.map((facet) => {
			const values = all.filter((one) => passes(one, facet)).flatMap((one) => valuesOf(one, facet));
			return [
				facet,
				Object.fromEntries(
					[...new Set(values)].map((value) => [value, values.filter((other) => other === value).length]),
				),
			];
		}),
	);
	return { order, counts };
}

describe("filters, sorts and counts", () => {
	it("agree with the plain way to do them, for any packs", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(answersArbitrary, { maxLength: 3 }),
				filterArbitrary,
				oneOf(...SORTS),
				fc.integer({ min: 1, max: 5 }),
				async (packs, filter, sort, largestChunk) => {
					const library = libraryOf(packs, largestChunk);
					const { order, counts } = await choose(library, filter, sort);
					const expected = oracle(packs, filter, sort);
					const named = (facet: "site" | "doctor" | "specialty") =>
						Object.fromEntries(
							[...counts[facet]].flatMap((count, place) =>
								count > 0 ? [[wordAt(library.names[facet].names, place), count]] : [],
							),
						);

					expect([...order]).toEqual(expected.order);
					expect({
						packId: Object.fromEntries(
							[...counts.pack].flatMap((count, pack) => (count > 0 ? [[`p${pack}`, count]] : [])),
						),
						site: named("site"),
						doctor: named("doctor"),
						specialty: named("specialty"),
						year: Object.fromEntries(counts.year),
					}).toEqual(expected.counts);
				},
			),
			{ numRuns: 500 },
		);
	});
});
