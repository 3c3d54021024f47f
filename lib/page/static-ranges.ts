import type { TextRange } from "../detection/find-mentions";
import { positionInRun, type TextRun } from "./text-blocks";

/** The range of the page that a stretch of a run's text stands in. */
export function rangeOf(run: TextRun, { start, end }: TextRange): StaticRange {
	const first = positionInRun(run, start);
	const last = positionInRun(run, end - 1);
	return new StaticRange({
		startContainer: first.node,
		startOffset: first.offset,
		endContainer: last.node,
		endOffset: last.offset + 1,
	});
}

/** True if both begin and end at the same places of the same nodes. */
export function areSamePlaces(some: StaticRange[], others: StaticRange[]): boolean {
	return (
		some.length === others.length &&
		some.every((one, index) => {
			const other = others[index];
			return (
				one.startContainer === other?.startContainer &&
				one.startOffset === other.startOffset &&
				one.endContainer === other.endContainer &&
				one.endOffset === other.endOffset
			);
		})
	);
}

/** True as long as the text of a range is still there and as long as it reaches. */
export function fits({ startContainer, startOffset, endContainer, endOffset }: StaticRange): boolean {
	return (
		startContainer.isConnected &&
		endContainer.isConnected &&
		startOffset <= (startContainer as Text).length &&
		endOffset <= (endContainer as Text).length
	);
}
