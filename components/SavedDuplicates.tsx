import { i18n } from "#i18n";
import type { DuplicateGroup } from "../lib/browse/saved-duplicates";
import "./saved-duplicates.css";

/** Offers to make one saved answer of those that seem to be the same; nothing is merged without being asked for. */
export function SavedDuplicates({
	groups,
	onMerge,
}: {
	groups: readonly DuplicateGroup[];
	onMerge: (group: DuplicateGroup) => void;
}) {
	if (groups.length === 0) return null;
	return (
		<details className="saved-duplicates">
			<summary>{i18n.t("personal.duplicates", groups.length)}</summary>
			<p className="answer-label">{i18n.t("personal.mergeHint")}</p>
			<ul>
				{groups.map((group) => (
					<li key={group.ids[0]}>
						<span dir="auto">{i18n.t("personal.times", [group.title, String(group.ids.length)])}</span>
						<button type="button" onClick={() => onMerge(group)}>
							{i18n.t("personal.merge")}
						</button>
					</li>
				))}
			</ul>
		</details>
	);
}
