import { i18n } from "#i18n";

/** How many answers the list holds, or why there are none and what helps. */
export function AnswerListStatus({
	state,
	list,
	onRetry,
	onClear,
}: {
	state: "loading" | "failed" | "ready";
	list: { total: number; libraryCount: number; isSearch: boolean } | undefined;
	onRetry: () => void;
	onClear: () => void;
}) {
	const isEmpty = list !== undefined && list.total === 0 && list.libraryCount > 0;
	return (
		<div className="answer-list-status">
			<p role="status">
				{state === "loading" && i18n.t("browse.loading")}
				{state === "failed" && i18n.t("browse.failed")}
				{list && describeList(list)}
			</p>
			{state === "failed" && (
				<button type="button" onClick={onRetry}>
					{i18n.t("answers.retry")}
				</button>
			)}
			{isEmpty && (
				<button type="button" onClick={onClear}>
					{i18n.t("browse.clear")}
				</button>
			)}
		</div>
	);
}

function describeList({
	total,
	libraryCount,
	isSearch,
}: {
	total: number;
	libraryCount: number;
	isSearch: boolean;
}): string {
	if (libraryCount === 0) return i18n.t("browse.noPack");
	if (isSearch) return total === 0 ? i18n.t("browse.nothingClose") : i18n.t("browse.found", total);
	return total === 0 ? i18n.t("browse.nothingFits") : i18n.t("packs.answers", total, [total.toLocaleString()]);
}
