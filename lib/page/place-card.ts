import type { CardGrowth } from "../messaging/card-channel";
import type { Box } from "./highlighter";

export interface CardSize {
	width: number;
	height: number;
}

/**
 * Size of the card unless the reader has drawn it larger or smaller, in CSS pixels. It never
 * follows the content: the page can see it and must learn nothing from it.
 */
export const CARD_SIZE: CardSize = { width: 392, height: 460 };

/** Smaller, nothing can be read; larger, it is no card any more. In CSS pixels. */
const LEAST_SIZE: CardSize = { width: 280, height: 240 };
const MOST_SIZE: CardSize = { width: 800, height: 1_000 };

/** The nearest size that a card can have. */
export function clampSize({ width, height }: CardSize): CardSize {
	return {
		width: clamp(width, LEAST_SIZE.width, MOST_SIZE.width),
		height: clamp(height, LEAST_SIZE.height, MOST_SIZE.height),
	};
}

/** Below this height a card cannot be read, so it rather stands beside the term. */
const LEAST_HEIGHT = 220;

/** Space between the term and the card: small enough to cross without leaving. */
const GAP = 6;

/** Space kept to the edges of the window. */
const MARGIN = 8;

export interface CardPlace extends CardSize {
	left: number;
	top: number;
}

/**
 * Where the card goes in a window of the given size: below the line of the term,
 * else above it, else beside it; shifted and shrunk to stay inside. It covers the
 * term only in a window too small for anything else.
 */
export function placeCard(term: Box, windowSize: CardSize, size = CARD_SIZE): CardPlace {
	const width = Math.min(size.width, windowSize.width - 2 * MARGIN);
	const fullHeight = Math.min(size.height, windowSize.height - 2 * MARGIN);
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

/** With less room than this beside it, in CSS pixels, a card can hardly be drawn wider. */
const LEAST_ROOM = 120;

/** Which way a card that stands here can be drawn larger: away from the term, and to the left where the right has no room. */
export function growthOf({ left, top, width, height }: CardPlace, term: Box, windowWidth: number): CardGrowth {
	const way = top + height <= term.top ? "up" : "down";
	const room = windowWidth - left - width;
	return room < LEAST_ROOM && left > room ? `${way}-left` : way;
}

/** A sheet takes so much of the height of the window; the line that was tapped stays in sight. */
const SHEET_SHARE = 0.55;

/** Where the card goes for a finger: as a sheet along the lower edge of the window, or the upper one if the term is below. */
export function placeSheet(term: Box, { width, height }: CardSize): CardPlace {
	const sheet = Math.round(height * SHEET_SHARE);
	const isTermBelow = term.bottom > height - sheet;
	return { left: 0, top: isTermBelow && term.top >= sheet ? 0 : height - sheet, width, height: sheet };
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}
