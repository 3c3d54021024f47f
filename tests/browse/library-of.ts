import type { Answer } from "../../data/schema";
import { facetsOf } from "../../lib/browse/answer-facets";
import type { BrowseFilter, BrowseSort } from "../../lib/browse/browsing";
import { AnswerChooser, type BrowsedLibrary, type ChosenAnswers } from "../../lib/browse/choose-answers";
import { FacetBuilder } from "../../lib/browse/facet-builder";
import type { FacetColumns, TitleBlock } from "../../lib/browse/facet-columns";
import { mergeNames } from "../../lib/browse/merge-names";
import { rankTitles } from "../../lib/browse/merge-titles";

/** Packs as storage hands them over, in memory. */
export interface TestLibrary extends BrowsedLibrary {
	columns: FacetColumns[][];
	titles: TitleBlock[][][];
}

/** Answers of several packs, `p0`, `p1` and so on, as a library in chunks of a few. */
export function libraryOf(packs: Answer[][], largestChunk: number): TestLibrary {
	const built = packs.map((answers) => {
		const builder = new FacetBuilder(largestChunk);
		const chunks = answers.flatMap((answer) => {
			builder.add(facetsOf(answer));
			return builder.isFull ? builder.takeChunk() : [];
		});
		return { chunks: [...chunks, builder.takeChunk()], names: builder.names() };
	});
	const firstOf = (pack: number) => packs.slice(0, pack).flat().length;
	return {
		packs: packs.map((answers, pack) => ({
			packId: `p${pack}`,
			name: `Pack ${pack}`,
			edition: `edition-${pack}`,
			first: firstOf(pack),
			documentCount: answers.length,
		})),
		documentCount: packs.flat().length,
		names: {
			site: mergeNames(built.map(({ names }) => names.site)),
			doctor: mergeNames(built.map(({ names }) => names.doctor)),
			specialty: mergeNames(built.map(({ names }) => names.specialty)),
		},
		columns: built.map(({ chunks }) => chunks.map(({ columns }) => columns)),
		titles: built.map(({ chunks }) => chunks.map(({ titles }) => titles)),
	};
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
	yield* items;
}

/** Chooses from a library as storage does. */
export async function choose(library: TestLibrary, filter: BrowseFilter, sort: BrowseSort): Promise<ChosenAnswers> {
	const runs = library.titles.flatMap((ofPack, pack) =>
		ofPack.map((blocks) => ({ base: library.packs[pack]?.first ?? 0, blocks: each(blocks) })),
	);
	const chooser = new AnswerChooser(library, filter, sort, await rankTitles(runs, library.documentCount));
	for (const [pack, chunks] of library.columns.entries()) for (const columns of chunks) chooser.add(pack, columns);
	return chooser.finish();
}
