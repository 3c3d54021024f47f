import { i18n } from "#i18n";

/** Goes from part to part of a list that is too long to be scrolled as one. */
export function AnswerListParts({
	part,
	partRows,
	total,
	onPart,
}: {
	part: number;
	partRows: number;
	total: number;
	onPart: (part: number) => void;
}) {
	const last = Math.min(total, (part + 1) * partRows);
	return (
		<nav className="answer-list-parts" aria-label={i18n.t("browse.parts")}>
			<button type="button" disabled={part === 0} onClick={() => onPart(part - 1)}>
				{i18n.t("browse.previous")}
			</button>
			<span>
				{i18n.t("browse.part", [(part * partRows + 1).toLocaleString(), last.toLocaleString(), total.toLocaleString()])}
			</span>
			<button type="button" disabled={last === total} onClick={() => onPart(part + 1)}>
				{i18n.t("browse.next")}
			</button>
		</nav>
	);
}
