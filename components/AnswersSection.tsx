import { useState } from "react";
import { i18n } from "#i18n";
import type { FoundAnswer } from "../lib/messaging/protocol";
import { AnswerView } from "./AnswerView";
import { CopyButton } from "./CopyButton";
import { answerText } from "./copied-text";
import { FoldedPart } from "./FoldedPart";
import { SaveButton } from "./SaveButton";
import { SimilarAnswers } from "./SimilarAnswers";

/** How the look-up of answers stands. */
export type AnswersState = { name: "looking" } | { name: "found"; answers: FoundAnswer[] } | { name: "failed" };

/** What the reader can do with an answer; `failure` says if the last action did not work. */
export interface SaveActions {
	/** Why saving is off, in words; undefined where it is on. */
	disabledReason?: string | undefined;
	onSave: (answer: FoundAnswer) => void;
	onRemove: (savedId: string) => void;
	/** The answers most like one; undefined if they cannot be looked up. */
	onLookForSimilar: (answer: FoundAnswer) => Promise<FoundAnswer[] | undefined>;
	/** Words about the last action that failed. */
	failure?: string | undefined;
}

function likenessOf({ sameAsker }: FoundAnswer): string | undefined {
	if (sameAsker.age && sameAsker.sex) return i18n.t("answers.sameAgeAndSex");
	if (sameAsker.age) return i18n.t("answers.sameAge");
	return sameAsker.sex ? i18n.t("answers.sameSex") : undefined;
}

/** Doctors' or institutions' answers to the symptom: the best one open, the others on request. */
export function AnswersSection({
	state,
	save,
	onRetry,
}: {
	state: AnswersState;
	save: SaveActions;
	onRetry: () => void;
}) {
	const [isShowingAll, setShowingAll] = useState(false);
	const answers = state.name === "found" ? state.answers : [];
	const shown = isShowingAll ? answers : answers.slice(0, 1);
	// "Doctor" is said only of a named one.
	const isOfInstitutions =
		answers.length > 0 && answers.every(({ answer }) => answer.replies.every(({ doctor }) => doctor === null));
	const hiddenCount = answers.length - shown.length;

	return (
		<section className="answers" aria-busy={state.name === "looking"}>
			<FoldedPart
				kind="answers"
				isOpenAtFirst
				title={<h2>{i18n.t(isOfInstitutions ? "answers.headingInstitutions" : "answers.heading")}</h2>}
			>
				{state.name === "looking" && <p className="quiet">{i18n.t("answers.looking")}</p>}
				{state.name === "failed" && (
					<p role="status">
						{i18n.t("answers.failed")}{" "}
						<button type="button" onClick={onRetry}>
							{i18n.t("answers.retry")}
						</button>
					</p>
				)}
				{state.name === "found" && answers.length === 0 && <p className="quiet">{i18n.t("answers.none")}</p>}
				{save.failure && <p role="alert">{save.failure}</p>}
				{shown.map((found) => (
					<AnswerView
						key={`${found.packId}/${found.answer.id}`}
						answer={found.answer}
						packName={found.packName}
						likeness={likenessOf(found)}
						similar={<SimilarAnswers onLook={() => save.onLookForSimilar(found)} />}
						actions={
							<>
								<SaveButton found={found} save={save} />
								<CopyButton what={found.answer.title} text={() => answerText(found.answer)} />
							</>
						}
					/>
				))}
				{hiddenCount > 0 && (
					<button type="button" onClick={() => setShowingAll(true)}>
						{i18n.t("answers.more", hiddenCount)}
					</button>
				)}
			</FoldedPart>
		</section>
	);
}
