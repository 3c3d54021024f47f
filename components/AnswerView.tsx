import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import type { Answer, Reply } from "../data/schema";
import { replyWhere, replyWho, wordingOf } from "./answer-words";
import { ExplainedText } from "./ExplainedText";
import { FoldedPart } from "./FoldedPart";
import { formatDay } from "./format-day";
import "./answer-view.css";

/**
 * One question with its replies. The doctor's words, the institution and the
 * site's own background are kept apart; summaries are labelled; a caution stands
 * right under the reply it concerns.
 */
export function AnswerView({
	answer,
	packName,
	likeness,
	similar,
	actions,
	onSearch,
}: {
	answer: Answer;
	packName: string;
	/** What the person who asked has in common with the writer of the page's text, in words. */
	likeness?: string | undefined;
	/** The look-up of similar answers. */
	similar?: ReactNode;
	actions?: ReactNode;
	/** Searches for a related topic; without it, topics are words only. */
	onSearch?: ((topic: string) => void) | undefined;
}) {
	const { question, lang } = answer;
	return (
		<article className="answer">
			<h3 dir="auto" lang={lang}>
				{answer.title}
			</h3>
			<p className="answer-label">
				{describeQuestion(question)}
				{describeAsker(question)}
				{likeness && ` · ${likeness}`}
			</p>
			{question.text !== answer.title && (
				<p dir="auto" lang={lang}>
					<ExplainedText text={question.text} />
				</p>
			)}
			{answer.replies.map((reply) => (
				<ReplyView key={`${reply.doctor}${reply.text}`} reply={reply} answer={answer} />
			))}
			{answer.caution && (
				<p className="caution">
					<TriangleAlert size={16} aria-hidden />
					<span>
						<strong>{i18n.t("answers.caution")}:</strong> <bdi lang={lang}>{answer.caution}</bdi>
					</span>
				</p>
			)}
			{answer.background && (
				<FoldedPart kind="background" title={i18n.t("answers.background")}>
					<p dir="auto" lang={lang}>
						<ExplainedText text={answer.background} />
					</p>
				</FoldedPart>
			)}
			{answer.similar.length > 0 && (
				<FoldedPart kind="similar-on-page" title={i18n.t("answers.similar")}>
					<ul>
						{answer.similar.map(({ title, doctor, specialty }) => (
							<li key={title} dir="auto">
								<span lang={lang}>{title}</span>
								{[doctor && i18n.t("answers.doctor", [doctor]), specialty]
									.filter(Boolean)
									.map((words) => ` · ${words}`)}
							</li>
						))}
					</ul>
				</FoldedPart>
			)}
			{answer.relatedTopics.length > 0 && (
				<FoldedPart kind="related-topics" title={i18n.t("answers.relatedTopics")}>
					<ul>
						{answer.relatedTopics.map((topic) => (
							<li key={topic} dir="auto" lang={lang}>
								{onSearch ? (
									<button type="button" onClick={() => onSearch(topic)}>
										{topic}
									</button>
								) : (
									topic
								)}
							</li>
						))}
					</ul>
				</FoldedPart>
			)}
			{similar}
			<p className="answer-source">
				{answer.url ? (
					<a href={answer.url} target="_blank" rel="noreferrer">
						{i18n.t("answers.source", [answer.site])}
					</a>
				) : (
					i18n.t("answers.noLink", [answer.site])
				)}{" "}
				{!answer.complete && i18n.t("answers.partial")} {i18n.t("answers.pack", [packName])}
			</p>
			{actions && <div className="answer-actions">{actions}</div>}
		</article>
	);
}

function ReplyView({ reply, answer }: { reply: Reply; answer: Answer }) {
	return (
		<blockquote className="reply">
			<p className="reply-who">
				<strong>{replyWho(reply, answer)}</strong> <span>{replyWhere(reply)}</span>
			</p>
			<p className="answer-label">{wordingOf(answer)}</p>
			<p dir="auto" lang={answer.lang}>
				<ExplainedText text={reply.text} />
			</p>
		</blockquote>
	);
}

function describeQuestion({ askedOn, posedBy }: Answer["question"]): string {
	if (posedBy === "editors") return i18n.t("answers.questionOfOurs");
	return askedOn ? i18n.t("answers.questionAsked", [formatDay(askedOn)]) : i18n.t("answers.question");
}

function describeAsker({ askerAge, askerSex }: Answer["question"]): string {
	if (!askerAge) return "";
	const described = askerSex
		? i18n.t("answers.askerSex", [askerAge, i18n.t(`answers.${askerSex}`)])
		: i18n.t("answers.asker", [askerAge]);
	return ` · ${described}`;
}
