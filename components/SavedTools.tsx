import { i18n } from "#i18n";
import type { SavedFacets, SavedFilter, SavedSort } from "../lib/browse/saved-choice";
import { FilterSelect } from "./AnswerFilters";
import "./answer-list.css";
import "./saved-answers.css";

export interface SavedToolsProps {
	text: string;
	filter: SavedFilter;
	sort: SavedSort;
	facets: SavedFacets;
	/** How many answers are saved. */
	count: number;
	symptomName: (symptomId: string) => string;
	onText: (text: string) => void;
	onFilter: (change: Partial<SavedFilter>) => void;
	onSort: (sort: SavedSort) => void;
	onClear: () => void;
}

const FILTERS = [
	["tag", "personal.tag"],
	["symptomId", "personal.symptom"],
	["specialty", "browse.specialty"],
	["packId", "browse.pack"],
] as const;

const SORTS = [
	["saved", "personal.sortSaved"],
	["replied", "personal.sortReplied"],
	["symptom", "personal.sortSymptom"],
	["title", "browse.sortTitle"],
] as const;

/** Search field, filters and sort of the personal list. A filter whose every choice leaves all is left out. */
export function SavedTools({ text, filter, sort, facets, count: saved, symptomName, ...on }: SavedToolsProps) {
	const isNarrowed = text !== "" || Object.values(filter).some((value) => value !== null);
	return (
		<search className="answer-filters saved-filters" aria-label={i18n.t("saved.search")}>
			<label className="answer-search">
				{i18n.t("saved.search")}
				<input
					id="query"
					type="search"
					value={text}
					maxLength={200}
					autoComplete="off"
					onChange={({ target }) => on.onText(target.value)}
				/>
			</label>
			{FILTERS.filter(([key]) => facets[key].some(({ count }) => count < saved)).map(([key, label]) => (
				<FilterSelect
					key={key}
					label={i18n.t(label)}
					all={i18n.t("browse.all")}
					value={filter[key]}
					options={facets[key].map(({ value, name, count }) => ({
						value,
						label: i18n.t("browse.option", [key === "symptomId" ? symptomName(value) : name, count.toLocaleString()]),
					}))}
					onChoose={(value) => on.onFilter({ [key]: value })}
				/>
			))}
			<FilterSelect
				label={i18n.t("browse.sort")}
				value={sort}
				options={SORTS.map(([value, label]) => ({ value, label: i18n.t(label) }))}
				onChoose={(value) => on.onSort(SORTS.find(([known]) => known === value)?.[0] ?? "saved")}
			/>
			{isNarrowed && (
				<button type="button" className="answer-clear" onClick={on.onClear}>
					{i18n.t("browse.clear")}
				</button>
			)}
		</search>
	);
}
