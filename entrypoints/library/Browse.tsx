import { useState } from "react";
import { i18n } from "#i18n";
import { AnswerFilters } from "../../components/AnswerFilters";
import { AnswerList } from "../../components/AnswerList";
import { AnswerListParts } from "../../components/AnswerListParts";
import { AnswerListStatus } from "../../components/AnswerListStatus";
import { AnswerView } from "../../components/AnswerView";
import { RemoveCaptured } from "../../components/RemoveCaptured";
import { SaveButton } from "../../components/SaveButton";
import { SimilarAnswers } from "../../components/SimilarAnswers";
import { askBackground } from "../../lib/messaging/messenger";
import type { FoundAnswer } from "../../lib/messaging/protocol";
import { CAPTURED_PACK_ID } from "../../lib/storage/captured-pack";
import { NO_FILTER, ROWS_IN_PART, useBrowse } from "../hooks/use-browse";
import { useOpenedAnswers } from "../hooks/use-opened-answers";

/** All answers of the packs that are on. `packsVersion` is another one whenever packs may have changed. */
export function Browse({ packsVersion, onPacksChanged }: { packsVersion: number; onPacksChanged: () => void }) {
	const { query, state, change, retry, suggest } = useBrowse(packsVersion);
	const list = state.name === "ready" ? state.list : undefined;
	const { opened, toggle, save } = useOpenedAnswers(list?.key);
	const [hasRemovalFailed, setRemovalFailed] = useState(false);
	const removeCaptured = async ({ answer }: FoundAnswer) => {
		const result = await askBackground("removeCaptured", { answerId: answer.id });
		setRemovalFailed(!result.ok);
		if (result.ok) onPacksChanged();
	};
	const clear = () => change({ filter: NO_FILTER, text: "" });
	return (
		<section
			aria-label={i18n.t("sections.answers")}
			aria-busy={state.name === "loading" || (state.name === "ready" && state.isStale)}
		>
			{list && list.libraryCount > 0 && (
				<AnswerFilters
					{...query}
					facets={list.facets}
					onFilter={(filter) => change({ filter: { ...query.filter, ...filter } })}
					onSort={(sort) => change({ sort })}
					onText={(text) => change({ text })}
					onClear={clear}
					onSuggest={suggest}
				/>
			)}
			<AnswerListStatus state={state.name} list={list} onRetry={retry} onClear={clear} />
			{save.failure && <p role="alert">{save.failure}</p>}
			{hasRemovalFailed && <p role="alert">{i18n.t("packs.changeFailed")}</p>}
			{list && list.count > 0 && (
				<AnswerList
					key={list.key}
					first={list.first}
					total={list.total}
					count={list.count}
					rowAt={(index) => list.pages.rowAt(index)}
					onNeed={list.onNeed}
					opened={opened}
					onToggle={toggle}
				>
					{(found) => (
						<AnswerView
							answer={found.answer}
							packName={found.packName}
							onSearch={(text) => change({ text })}
							similar={<SimilarAnswers onLook={() => save.onLookForSimilar(found)} />}
							actions={
								<>
									<SaveButton found={found} save={save} />
									{found.packId === CAPTURED_PACK_ID && <RemoveCaptured onRemove={() => void removeCaptured(found)} />}
								</>
							}
						/>
					)}
				</AnswerList>
			)}
			{list && list.total > ROWS_IN_PART && (
				<AnswerListParts
					part={list.first / ROWS_IN_PART}
					partRows={ROWS_IN_PART}
					total={list.total}
					onPart={(part) => change({ part })}
				/>
			)}
		</section>
	);
}
