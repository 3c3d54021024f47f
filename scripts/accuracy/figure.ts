import { bootstrapMean, bootstrapSums, type Counts } from "./bootstrap";
import { type Aim, EXPECTATIONS, type Expectation } from "./expectations";
import type { GoldSetId } from "./gold-sets";
import { MEASURES, type MeasureId } from "./measures";

/** What was measured of one set by one measure. */
export interface Figure {
	/** As the terminal prints it; names its expectation too. */
	name: string;
	set: GoldSetId;
	measure: MeasureId;
	/** The part of the set that was measured, where that is not all of it. */
	part?: string;
	value: number;
	/** What the measure counts: mentions, words, sentences or queries. */
	n: number;
	/** 95 % of the values that other texts of the same kind would give, by the bootstrap. */
	interval: [number, number];
	/** Texts or queries of the set. */
	texts: number;
}

type About = Pick<Figure, "name" | "set" | "measure" | "part">;

/** A figure of documents: its value from the sums of their counts, and what it counts of them. */
export function figureOf(
	about: About,
	documents: Counts[],
	n: (sums: Counts) => number,
	value: (sums: Counts) => number,
): Figure {
	const { sums, ...figure } = bootstrapSums(documents, value);
	return { ...about, ...figure, n: n(sums), texts: documents.length };
}

/** A figure that is the mean of values, of a set of so many queries. */
export function figureOfMean(about: About, values: number[], texts: number): Figure {
	return { ...about, ...bootstrapMean(values), n: values.length, texts };
}

/** What was known of a figure before: the values of others, and the aim. */
export function expectationOf({ name }: Pick<Figure, "name">): Expectation {
	return EXPECTATIONS[name] ?? {};
}

/** The best value that others reach, and who; undefined where nobody's is known. */
export function bestBaseline({
	name,
	measure,
}: Pick<Figure, "name" | "measure">): [who: string, value: number] | undefined {
	const sign = MEASURES[measure].isLessBetter ? 1 : -1;
	return Object.entries(EXPECTATIONS[name]?.baselines ?? {}).sort(([, one], [, other]) => sign * (one - other))[0];
}

/** True if a figure reaches its aim; undefined without one. */
export function isAimMet({ name, value }: Pick<Figure, "name" | "value">): boolean | undefined {
	const { aim } = expectationOf({ name });
	if (!aim) return undefined;
	if (aim.is === "≥") return value >= aim.value;
	return aim.is === "≤" ? value <= aim.value : value < aim.value;
}

/** A share with three decimals and no leading zero, anything above one with two. */
export function shown(value: number): string {
	return value > 1 ? value.toFixed(2) : value.toFixed(3).replace(/^0/, "");
}

/** An aim with its sign and no needless zero. */
export function shownAim({ is, value }: Aim): string {
	return `${is} ${shown(value).replace(/0$/, "")}`;
}
