import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { i18n } from "#i18n";
import type { BrowsedAnswer, FoundAnswer } from "../lib/messaging/protocol";
import type { OpenedAnswer } from "./AnswerList";
import { formatDay } from "./format-day";

/** One row of the list of answers: a button that opens the answer in place. */
export function AnswerRow({
	index,
	row,
	opened,
	isActive,
	describedBy,
	takesFocus,
	onNeed,
	onFocus,
	onToggle,
	children,
}: {
	index: number;
	row: BrowsedAnswer | undefined;
	opened: OpenedAnswer | undefined;
	isActive: boolean;
	describedBy: string;
	/** True while the active row is to be focused. */
	takesFocus: RefObject<boolean>;
	onNeed: (index: number) => () => void;
	onFocus: (index: number) => void;
	onToggle: (index: number, row: BrowsedAnswer) => void;
	children: (found: FoundAnswer) => ReactNode;
}) {
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => onNeed(index), [onNeed, index]);
	useEffect(() => {
		if (!isActive || !takesFocus.current) return;
		let frame = 0;
		const focus = () => {
			button.current?.focus();
			// A new row is hidden, and takes no focus, until the list has measured it.
			if (document.activeElement === button.current) takesFocus.current = false;
			else frame = requestAnimationFrame(focus);
		};
		focus();
		return () => cancelAnimationFrame(frame);
	}, [isActive, takesFocus]);
	// The list measures its items without their borders and padding: these are inside.
	return (
		<div className="answer-item">
			<button
				ref={button}
				type="button"
				className="answer-row"
				tabIndex={isActive ? 0 : -1}
				aria-expanded={opened !== undefined}
				aria-describedby={isActive ? describedBy : undefined}
				aria-busy={row === undefined}
				onFocus={() => onFocus(index)}
				onClick={() => row && onToggle(index, row)}
			>
				{row ? <RowText row={row} isOpen={opened !== undefined} /> : <Placeholder />}
			</button>
			{opened?.name === "gone" && <p role="status">{i18n.t("browse.gone")}</p>}
			{opened?.name === "failed" && <p role="status">{i18n.t("browse.failed")}</p>}
			{opened?.name === "ready" && children(opened.found)}
		</div>
	);
}

function RowText({ row, isOpen }: { row: BrowsedAnswer; isOpen: boolean }) {
	const { reply, replyCount, site, day, matchedWords, passage, savedId } = row;
	const who = reply.doctor ? i18n.t("answers.doctor", [reply.doctor]) : (reply.hospital ?? site);
	const details = [
		who,
		reply.specialty,
		who !== site && site,
		day && formatDay(day),
		replyCount > 1 && i18n.t("browse.moreReplies", replyCount - 1),
		savedId !== null && i18n.t("save.saved"),
		matchedWords.length > 0 && i18n.t("answers.matched", [matchedWords.join(", ")]),
	];
	return (
		<>
			<span dir="auto" lang={row.lang}>
				{row.title}
			</span>
			<span className="answer-row-detail">{details.filter(Boolean).join(" · ")}</span>
			{passage && !isOpen && (
				<span className="answer-row-passage" dir="auto" lang={row.lang}>
					{passage}
				</span>
			)}
		</>
	);
}

function Placeholder() {
	return (
		<>
			<span className="answer-row-blank" />
			<span className="answer-row-blank answer-row-detail" />
			<span className="visually-hidden">{i18n.t("browse.loading")}</span>
		</>
	);
}
