import { useState } from "react";
import { i18n } from "#i18n";
import type { FoundAnswer } from "../lib/messaging/protocol";
import { AnswerView } from "./AnswerView";

export interface SimilarAnswersProps {
	/** The answers most like this one; undefined if they cannot be looked up. */
	onLook: () => Promise<FoundAnswer[] | undefined>;
}

/** Answers to similar questions, looked up when the reader opens the list. */
export function SimilarAnswers({ onLook }: SimilarAnswersProps) {
	const [found, setFound] = useState<FoundAnswer[] | "failed">();
	const look = async () => setFound((await onLook()) ?? "failed");
	return (
		<details
			onToggle={({ currentTarget }) => {
				if (currentTarget.open && found === undefined) void look();
			}}
		>
			<summary>{i18n.t("answers.similarStored")}</summary>
			<div role="status">
				{found === "failed" && <p>{i18n.t("browse.failed")}</p>}
				{Array.isArray(found) && found.length === 0 && <p>{i18n.t("answers.noSimilar")}</p>}
			</div>
			{Array.isArray(found) &&
				found.map(({ packId, packName, answer }) => (
					<details key={`${packId}/${answer.id}`} className="similar-answer">
						<summary dir="auto">{answer.title}</summary>
						<AnswerView answer={answer} packName={packName} />
					</details>
				))}
		</details>
	);
}
