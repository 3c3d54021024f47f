import type { Box } from "./highlighter";

/** Size of the card, in CSS pixels. It never follows the content: the page can see it and must learn nothing from it. */
export const CARD_WIDTH = 392;
export const CARD_HEIGHT = 460;

/** Below this height a card cannot be read, so it rather stands beside the term. */
const LEAST_HEIGHT = 220;

/** Space between the term and the card: small enough to cross without leaving. */
const GAP = 6;

/** Space kept to the edges of the window. */
const MARGIN = 8;

export interface CardPlace {
	left: number;
	top: number;
	width: number;
	height: number;
}

/**
 * Where the card goes in a window of the given size: below the line of the term,
 * else above it, else beside it; shifted and shrunk to stay inside. It covers the
 * term only in a window too small for anything else.
 */
export function placeCard(term: Box, windowSize: { width: number; height: number }): CardPlace {
	const width = Math.min(CARD_WIDTH, windowSize.width - 2 * MARGIN);
	const fullHeight = Math.min(CARD_HEIGHT, windowSize.height - 2 * MARGIN);
	const left = clamp(term.left, MARGIN, windowSize.width - width - MARGIN);
	const below = windowSize.height - MARGIN - (term.bottom + GAP);
	const above = term.top - GAP - MARGIN;

	if (below >= fullHeight || (below >= above && below >= LEAST_HEIGHT)) {
		return { left, width, top: Math.max(MARGIN, term.bottom + GAP), height: Math.min(fullHeight, below) };
	}
	if (above >= LEAST_HEIGHT) {
		const height = Math.min(fullHeight, above);
		return { left, width, top: Math.min(term.top - GAP, windowSize.height - MARGIN) - height, height };
	}
	const top = clamp(term.top, MARGIN, windowSize.height - fullHeight - MARGIN);
	if (windowSize.width - MARGIN - (term.right + GAP) >= width) {
		return { left: term.right + GAP, width, top, height: fullHeight };
	}
	if (term.left - GAP - MARGIN >= width) return { left: term.left - GAP - width, width, top, height: fullHeight };
	return { left, width, top: MARGIN, height: fullHeight };
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}
