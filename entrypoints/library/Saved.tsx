import { useCallback, useMemo, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { SavedBulk } from "../../components/SavedBulk";
import { SavedDuplicates } from "../../components/SavedDuplicates";
import { SavedList } from "../../components/SavedList";
import { SavedListState } from "../../components/SavedListState";
import { type PageLook, SavedRow } from "../../components/SavedRow";
import { SavedTools } from "../../components/SavedTools";
import { UndoBar } from "../../components/UndoBar";
import "../../components/saved-answers.css";
import { addressAtSentence } from "../../lib/capture/text-fragment";
import type { SavedAnswer } from "../../lib/messaging/protocol";
import { reopenPage } from "../hooks/reopen-page";
import { symptomNameOf } from "../hooks/symptom-name";
import { useIdSet } from "../hooks/use-id-set";
import { useSavedChanges } from "../hooks/use-saved-changes";
import { useNotes, useSavedLibrary } from "../hooks/use-saved-library";

/** The personal list with everything that can be done to it. */
export function Saved() {
	const { state, list, key, query, change, clear, rowOf, onNeed, acknowledgeLoss } = useSavedLibrary();
	const changes = useSavedChanges();
	const notes = useNotes(changes.onNoteKept);
	const selected = useIdSet();
	const opened = useIdSet();
	const edited = useIdSet();
	const [looks, setLooks] = useState<ReadonlyMap<string, PageLook>>(new Map());
	const knownTags = useMemo(() => list?.facets.tag.map(({ name }) => name) ?? [], [list]);
	// What is no longer shown, or was removed elsewhere, is not acted upon.
	const chosen = useMemo(() => list?.ids.filter((id) => selected.ids.has(id)) ?? [], [list, selected.ids]);

	const reopen = useCallback(
		async (saved: SavedAnswer, address: string) => {
			const { sentence } = saved.context;
			const note = (look: PageLook) => setLooks((before) => new Map(before).set(saved.id, look));
			if (sentence === "") return void browser.tabs.create({ url: address });
			note({ name: "looking" });
			const look = await reopenPage(address, sentence);
			note(look);
			if (look.name !== "found") opened.put([saved.id], true);
		},
		[opened.put],
	);

	return (
		<section className="saved-answers" aria-label={i18n.t("sections.saved")}>
			{list && list.count > 0 && (
				<SavedTools
					{...query}
					facets={list.facets}
					count={list.count}
					symptomName={symptomNameOf}
					onText={(text) => change({ text })}
					onFilter={(filter) => change({ filter: { ...query.filter, ...filter } })}
					onSort={(sort) => change({ sort })}
					onClear={clear}
				/>
			)}
			<SavedListState state={state} onAcknowledgeLoss={acknowledgeLoss} />
			{changes.failure && <p role="alert">{changes.failure}</p>}
			{list && <SavedDuplicates groups={list.duplicates} onMerge={changes.merge} />}
			{list && list.ids.length > 0 && (
				<>
					<SavedBulk
						shown={list.ids.length}
						selected={chosen.length}
						isAll={chosen.length === list.ids.length}
						knownTags={knownTags}
						onSelectShown={(isOn) => selected.put(list.ids, isOn)}
						onRemove={() => changes.remove(chosen)}
						onTag={(tag, isOn) => changes.tag(chosen, tag, isOn)}
						onVisitSheet={() =>
							void browser.tabs.create({ url: browser.runtime.getURL(`/visit.html#${chosen.join(",")}`) })
						}
					/>
					<SavedList key={key} ids={list.ids} rowOf={rowOf} onNeed={onNeed} kept={edited.ids}>
						{(saved) => {
							const symptomId = saved.context.symptomId ?? saved.snapshot.symptoms[0];
							const pageAddress = addressAtSentence(saved.context.pageUrl, saved.context.sentence);
							return (
								<SavedRow
									saved={saved}
									note={notes.pendingOf(saved.id) ?? saved.note}
									symptomName={symptomId && symptomNameOf(symptomId)}
									pageAddress={pageAddress}
									knownTags={knownTags}
									isSelected={selected.ids.has(saved.id)}
									isOpen={opened.ids.has(saved.id)}
									isEditing={edited.ids.has(saved.id)}
									look={looks.get(saved.id)}
									onSelect={({ id }, isOn) => selected.put([id], isOn)}
									onOpen={({ id }, isOn) => opened.put([id], isOn)}
									onEdit={({ id }, isOn) => edited.put([id], isOn)}
									onRemove={() => changes.removeOne(saved)}
									onReopen={() => void reopen(saved, pageAddress)}
									onNote={({ id }, note) => notes.write(id, note)}
									onNoteLeft={notes.flush}
									onTag={changes.tagOne}
								/>
							);
						}}
					</SavedList>
				</>
			)}
			<UndoBar done={changes.done} onUndo={() => void changes.undo()} onClose={changes.close} />
		</section>
	);
}
