import { i18n } from "#i18n";
import type { SavedAnswer } from "../lib/messaging/protocol";
import { replyWhere, replyWho, wordingOf } from "./answer-words";
import type { DiarySymptom } from "./DiaryView";
import { formatDay, formatDayOf, today } from "./format-day";
import { VisitDiary } from "./VisitDiary";
import "./visit-sheet.css";

/** Characters of a reply on a sheet of short ones: three answers with them fit on one page of A4. */
const SHORT_REPLY = 420;

/** Lines to write on by hand where the reader has typed no question. */
const EMPTY_LINES = 3;

/**
 * The sheet as it is printed: lines to fill in by hand, what the reader wants to ask, what they logged, what they read,
 * and where.
 * It says what was read and by whom it was written, and nothing about the reader.
 */
export function VisitSheet({
	saved,
	lines,
	hasNotes,
	isWhole,
	diary,
	now,
}: {
	saved: readonly SavedAnswer[];
	/** One question in each line. */
	lines: string;
	hasNotes: boolean;
	/** Prints replies whole rather than how they begin. */
	isWhole: boolean;
	/** What the reader logged and wants on the sheet. */
	diary: readonly DiarySymptom[];
	/** Milliseconds since the epoch. */
	now: number;
}) {
	const questions = lines.split("\n").filter((line) => line.trim() !== "");
	return (
		<article className="visit-sheet">
			<h2>{i18n.t("visit.title")}</h2>
			<dl className="visit-head">
				{(["name", "doctor", "day"] as const).map((line) => (
					<div key={line}>
						<dt>{i18n.t(`visit.${line}`)}</dt>
						<dd className="visit-line" />
					</div>
				))}
			</dl>
			<h3>{i18n.t("visit.questions")}</h3>
			<ol className="visit-questions">
				{questions.map((question, place) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
					<li key={place} dir="auto">
						{question}
					</li>
				))}
				{questions.length === 0 &&
					// biome-ignore lint/suspicious/noArrayIndexKey: empty lines are all the same
					Array.from({ length: EMPTY_LINES }, (_, place) => <li key={place} className="visit-line" />)}
			</ol>
			<VisitDiary symptoms={diary} now={now} />
			{saved.length > 0 && (
				<>
					<h3>{i18n.t("visit.read")}</h3>
					<p className="visit-small">{i18n.t("visit.readHint")}</p>
					{saved.map((each, place) => (
						<ReadAnswer key={each.id} saved={each} place={place + 1} hasNotes={hasNotes} isWhole={isWhole} />
					))}
					<h3>{i18n.t("visit.sources")}</h3>
					<ol className="visit-sources">
						{saved.map(({ id, snapshot, context, savedAt }) => (
							<li key={id}>
								{snapshot.site}
								{snapshot.url && <span className="visit-address"> {snapshot.url}</span>}
								{context.pageUrl && context.pageUrl !== snapshot.url && (
									<>
										{" "}
										{i18n.t("visit.foundOn", [context.pageTitle])}
										<span className="visit-address"> {context.pageUrl}</span>
									</>
								)}{" "}
								({i18n.t("saved.savedOn", [formatDayOf(savedAt)])})
							</li>
						))}
					</ol>
				</>
			)}
			<p className="visit-small">{i18n.t("visit.foot", [formatDay(today())])}</p>
		</article>
	);
}

function ReadAnswer({
	saved: { snapshot, context, note },
	place,
	hasNotes,
	isWhole,
}: {
	saved: SavedAnswer;
	place: number;
	hasNotes: boolean;
	isWhole: boolean;
}) {
	const replies = isWhole ? snapshot.replies : snapshot.replies.slice(0, 1);
	return (
		<section className="visit-answer">
			<h4 dir="auto" lang={snapshot.lang}>
				{place}. {snapshot.title}
			</h4>
			{context.sentence && (
				<p className="visit-small" dir="auto">
					{i18n.t("saved.foundIn", [context.sentence])}
				</p>
			)}
			{replies.map((reply) => (
				<div key={`${reply.doctor}${reply.text}`}>
					<p className="visit-small">
						{[replyWho(reply, snapshot), replyWhere(reply), wordingOf(snapshot)].join(" · ")}
					</p>
					<p className="visit-reply" dir="auto" lang={snapshot.lang}>
						{isWhole ? reply.text : beginning(reply.text)}
					</p>
				</div>
			))}
			{snapshot.caution && (
				<p>
					<strong>{i18n.t("answers.caution")}:</strong> <bdi lang={snapshot.lang}>{snapshot.caution}</bdi>
				</p>
			)}
			{hasNotes && note.trim() !== "" && (
				<p className="visit-note" dir="auto">
					<strong>{i18n.t("visit.note")}</strong> {note.trim()}
				</p>
			)}
		</section>
	);
}

/** How a long reply begins, cut after a sentence if there is one in the second half, else between words. */
function beginning(text: string): string {
	if (text.length <= SHORT_REPLY) return text;
	const head = text.slice(0, SHORT_REPLY);
	const sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("。"));
	const end = sentence > SHORT_REPLY / 2 ? sentence + 1 : head.lastIndexOf(" ");
	return `${head.slice(0, end > 0 ? end : SHORT_REPLY).trim()} …`;
}
