import { useState } from "react";
import { i18n } from "#i18n";
import type { SymptomSummary } from "../data/schema";
import type { AnswersState, SaveActions } from "./AnswersSection";
import { AnswerView } from "./AnswerView";
import { SaveButton } from "./SaveButton";
import { SimilarAnswers } from "./SimilarAnswers";
import "./search-results.css";

/** Symptoms and answers for what the reader typed, best first. */
export function SearchResults({
	symptoms,
	answers,
	save,
	onOpenSymptom,
	onSearch,
	onRetry,
}: {
	symptoms: SymptomSummary[];
	answers: AnswersState;
	save: SaveActions;
	onOpenSymptom: (symptom: SymptomSummary) => void;
	onSearch: (text: string) => void;
	onRetry: () => void;
}) {
	const [openId, setOpenId] = useState<string>();
	const found = answers.name === "found" ? answers.answers : [];
	const isEmpty = symptoms.length === 0 && answers.name === "found" && found.length === 0;
	return (
		<div className="search-results">
			{isEmpty && <p role="status">{i18n.t("popup.noResults")}</p>}
			{symptoms.length > 0 && (
				<section>
					<h2>{i18n.t("popup.symptoms")}</h2>
					<ul>
						{symptoms.map((symptom) => (
							<li key={symptom.id}>
								<button type="button" className="result" onClick={() => onOpenSymptom(symptom)}>
									<span>{symptom.name}</span>
									{symptom.clinicalTerm && <span className="result-detail">{symptom.clinicalTerm}</span>}
								</button>
							</li>
						))}
					</ul>
				</section>
			)}
			{save.failure && <p role="alert">{save.failure}</p>}
			{answers.name === "failed" && (
				<p role="status">
					{i18n.t("browse.failed")}{" "}
					<button type="button" onClick={onRetry}>
						{i18n.t("answers.retry")}
					</button>
				</p>
			)}
			{found.length > 0 && (
				<section>
					<h2>{i18n.t("popup.answers")}</h2>
					<ul>
						{found.map((one) => {
							const id = `${one.packId}/${one.answer.id}`;
							const [reply] = one.answer.replies;
							return (
								<li key={id}>
									<button
										type="button"
										className="result"
										aria-expanded={openId === id}
										onClick={() => setOpenId(openId === id ? undefined : id)}
									>
										<span dir="auto" lang={one.answer.lang}>
											{one.answer.title}
										</span>
										<span className="result-detail">
											{reply?.doctor ? i18n.t("answers.doctor", [reply.doctor]) : one.answer.site}
											{reply?.specialty && ` · ${reply.specialty}`}
											{one.matchedWords.length > 0 && ` · ${i18n.t("answers.matched", [one.matchedWords.join(", ")])}`}
										</span>
										{one.passage && openId !== id && (
											<span className="result-passage" dir="auto" lang={one.answer.lang}>
												{one.passage}
											</span>
										)}
									</button>
									{openId === id && (
										<AnswerView
											answer={one.answer}
											packName={one.packName}
											onSearch={onSearch}
											similar={<SimilarAnswers onLook={() => save.onLookForSimilar(one)} />}
											actions={<SaveButton found={one} save={save} />}
										/>
									)}
								</li>
							);
						})}
					</ul>
				</section>
			)}
		</div>
	);
}
