import { useId } from "react";
import { i18n } from "#i18n";
import type { NameFacet } from "../lib/browse/answer-facets";
import type { BrowseFacets, BrowseFilter, BrowseSort, FacetOption } from "../lib/browse/browsing";
import { NameFilter, optionLabel } from "./NameFilter";

export interface AnswerFiltersProps {
	filter: BrowseFilter;
	sort: BrowseSort;
	text: string;
	facets: BrowseFacets;
	onFilter: (change: Partial<BrowseFilter>) => void;
	onSort: (sort: BrowseSort) => void;
	onText: (text: string) => void;
	onClear: () => void;
	onSuggest: (facet: NameFacet, text: string) => Promise<FacetOption<string>[]>;
}

/** Search field, filters and sort of the list of answers. Each option says how many answers it would leave. */
export function AnswerFilters({ filter, sort, text, facets, ...on }: AnswerFiltersProps) {
	// The counts are of all answers, not of those that a text finds.
	const isCounted = text === "";
	const isFiltered = Object.values(filter).some((value) => value !== null);
	const named = (facet: NameFacet, label: string, all: string) => {
		const { options, total } = facets[facet];
		if (total > options.length) {
			return (
				<NameFilter
					label={label}
					value={filter[facet]}
					isCounted={isCounted}
					onSuggest={(typed) => on.onSuggest(facet, typed)}
					onChoose={(name) => on.onFilter({ [facet]: name })}
				/>
			);
		}
		return (
			<FilterSelect
				label={label}
				all={all}
				value={filter[facet]}
				options={options.map(({ value, count }) => ({
					value,
					label: optionLabel(value, isCounted ? count : undefined),
				}))}
				onChoose={(name) => on.onFilter({ [facet]: name })}
			/>
		);
	};
	return (
		<search className="answer-filters">
			<label className="answer-search">
				{i18n.t("browse.search")}
				<input
					type="search"
					name="browse-text"
					value={text}
					maxLength={1000}
					autoComplete="off"
					onChange={({ target }) => on.onText(target.value)}
				/>
			</label>
			{named("specialty", i18n.t("browse.specialty"), i18n.t("browse.all"))}
			{named("site", i18n.t("browse.site"), i18n.t("browse.all"))}
			{named("doctor", i18n.t("browse.doctor"), i18n.t("browse.all"))}
			<FilterSelect
				label={i18n.t("browse.year")}
				all={i18n.t("browse.all")}
				value={filter.year === null ? null : String(filter.year)}
				options={facets.year.map(({ value, count }) => ({
					value: String(value),
					label: optionLabel(String(value), isCounted ? count : undefined),
				}))}
				onChoose={(year) => on.onFilter({ year: year === null ? null : Number(year) })}
			/>
			<FilterSelect
				label={i18n.t("browse.pack")}
				all={i18n.t("browse.all")}
				value={filter.packId}
				options={facets.pack.map(({ value, name, count }) => ({
					value,
					label: optionLabel(name, isCounted ? count : undefined),
				}))}
				onChoose={(packId) => on.onFilter({ packId })}
			/>
			<SortSelect sort={sort} isSearch={text.trim() !== ""} onSort={on.onSort} />
			{(isFiltered || text !== "") && (
				<button type="button" className="answer-clear" onClick={on.onClear}>
					{i18n.t("browse.clear")}
				</button>
			)}
		</search>
	);
}

/** A labelled choice among options; without `all`, one of them is always chosen. */
export function FilterSelect({
	label,
	all,
	value,
	options,
	onChoose,
}: {
	label: string;
	/** The option that filters nothing. */
	all?: string;
	value: string | null;
	options: { value: string; label: string }[];
	onChoose: (value: string | null) => void;
}) {
	const id = useId();
	// Chosen options are known by their places: any name may be one of a site.
	const place = options.findIndex((option) => option.value === value);
	return (
		<div>
			<label htmlFor={id}>{label}</label>
			<select id={id} value={place} onChange={({ target }) => onChoose(options[Number(target.value)]?.value ?? null)}>
				{all !== undefined && <option value={-1}>{all}</option>}
				{options.map((option, index) => (
					<option key={option.value} value={index}>
						{option.label}
					</option>
				))}
			</select>
		</div>
	);
}

const SORT_LABELS = [
	["newest", "browse.sortNewest"],
	["oldest", "browse.sortOldest"],
	["title", "browse.sortTitle"],
	["doctor", "browse.sortDoctor"],
	["pack", "browse.sortPack"],
] as const;

function SortSelect({
	sort,
	isSearch,
	onSort,
}: {
	sort: BrowseSort;
	isSearch: boolean;
	onSort: (sort: BrowseSort) => void;
}) {
	const id = useId();
	return (
		<div>
			<label htmlFor={id}>{i18n.t("browse.sort")}</label>
			{/* What a text finds has its own order. */}
			<select
				id={id}
				value={isSearch ? "best" : sort}
				disabled={isSearch}
				onChange={({ target }) => {
					const chosen = SORT_LABELS.find(([value]) => value === target.value);
					if (chosen) onSort(chosen[0]);
				}}
			>
				{isSearch && <option value="best">{i18n.t("browse.sortBest")}</option>}
				{SORT_LABELS.map(([value, label]) => (
					<option key={value} value={value}>
						{i18n.t(label)}
					</option>
				))}
			</select>
		</div>
	);
}
