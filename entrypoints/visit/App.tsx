import { useState } from "react";
import { i18n } from "#i18n";
import { VisitChoices } from "../../components/VisitChoices";
import { VisitDiaryChoices } from "../../components/VisitDiaryChoices";
import { VisitSheet } from "../../components/VisitSheet";
import { usePreferences } from "../hooks/use-preferences";
import { useVisitAnswers } from "../hooks/use-visit-answers";
import { useVisitDiary } from "../hooks/use-visit-diary";
import { useVisitLines } from "../hooks/use-visit-lines";

/** One page to take to an appointment: what the reader has chosen of the personal list, and what they want to ask. */
export function App() {
	// Gives the page its theme and size of text.
	usePreferences();
	const { state, leaveOut, retry } = useVisitAnswers();
	const [lines, setLines] = useVisitLines();
	const [hasNotes, setNotes] = useState(true);
	const [isWhole, setWhole] = useState(false);
	const diary = useVisitDiary();
	return (
		<main className="visit">
			<h1>{i18n.t("visit.heading")}</h1>
			<p>{i18n.t("visit.intro")}</p>
			{state.name === "loading" && <p role="status">{i18n.t("browse.loading")}</p>}
			{state.name === "failed" && (
				<p role="alert">
					{i18n.t("saved.failed")}{" "}
					<button type="button" onClick={retry}>
						{i18n.t("answers.retry")}
					</button>
				</p>
			)}
			{state.name === "ready" && state.saved.length === 0 && <p role="status">{i18n.t("visit.nothing")}</p>}
			{state.name === "ready" && (
				<>
					<VisitChoices
						saved={state.saved}
						waiting={state.waiting.length}
						lines={lines}
						hasNotes={hasNotes}
						isWhole={isWhole}
						onLines={setLines}
						onNotes={setNotes}
						onWhole={setWhole}
						onLeaveOut={leaveOut}
						onPrint={() => window.print()}
					>
						<VisitDiaryChoices {...diary.choices} />
					</VisitChoices>
					<VisitSheet
						saved={state.saved}
						lines={lines}
						hasNotes={hasNotes}
						isWhole={isWhole}
						diary={diary.chosen}
						now={diary.now}
					/>
				</>
			)}
		</main>
	);
}
