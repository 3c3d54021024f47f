import { useCallback, useEffect, useRef, useState } from "react";
import type { OpenedAnswer } from "../../components/AnswerList";
import type { SaveActions } from "../../components/AnswersSection";
import { askBackground, onSavedAnswersChanged } from "../../lib/messaging/messenger";
import type { BrowsedAnswer } from "../../lib/messaging/protocol";
import { explainRemoveFailure, explainSaveFailure } from "./explain-save-failure";
import { lookForSimilar, NO_PAGE } from "./found-answers";
import { privateReason } from "./private-reason";

/**
 * The answers of a list that are open, by their places, each read whole, and what the
 * reader does with them. All are closed when `listKey` changes.
 */
export function useOpenedAnswers(listKey: number | undefined) {
	const [opened, setOpened] = useState<ReadonlyMap<number, OpenedAnswer>>(new Map());
	const [failure, setFailure] = useState<string>();
	const latest = useRef(opened);
	latest.current = opened;

	// biome-ignore lint/correctness/useExhaustiveDependencies: another list, other answers
	useEffect(() => {
		setOpened(new Map());
		setFailure(undefined);
	}, [listKey]);

	const put = useCallback((index: number, answer: OpenedAnswer) => {
		// Closed meanwhile, it stays closed.
		setOpened((before) => (before.has(index) ? new Map(before).set(index, answer) : before));
	}, []);
	const read = useCallback(
		async (index: number, { packId, answerId }: Pick<BrowsedAnswer, "packId" | "answerId">) => {
			const result = await askBackground("readAnswer", { packId, answerId });
			if (result.ok) put(index, { name: "ready", found: result.value });
			else put(index, { name: result.reason === "not-found" ? "gone" : "failed" });
		},
		[put],
	);
	const readAgain = useCallback(async () => {
		const ready = [...latest.current].flatMap(([index, answer]) =>
			answer.name === "ready" ? [{ index, found: answer.found }] : [],
		);
		await Promise.all(
			ready.map(({ index, found }) => read(index, { packId: found.packId, answerId: found.answer.id })),
		);
	}, [read]);
	useEffect(() => onSavedAnswersChanged(() => void readAgain()), [readAgain]);

	const toggle = (index: number, row: BrowsedAnswer) => {
		const next = new Map(opened);
		const isOpening = !next.delete(index);
		if (isOpening) next.set(index, { name: "loading" });
		setOpened(next);
		if (isOpening) void read(index, row);
	};
	const save: SaveActions = {
		failure,
		disabledReason: privateReason(),
		onSave: async ({ packId, answer }) =>
			setFailure(
				explainSaveFailure(await askBackground("saveAnswer", { packId, answerId: answer.id, context: NO_PAGE })),
			),
		onRemove: async (id) => setFailure(explainRemoveFailure(await askBackground("removeSavedAnswer", { id }))),
		onLookForSimilar: lookForSimilar,
	};
	return { opened, toggle, save };
}
