import type { Box } from "./highlighter";

export interface Point {
	x: number;
	y: number;
}

/** A hand does not move in a straight line: the way is so much wider than the card, in CSS pixels to each side. */
const SWAY = 12;

/**
 * True if a pointer that was at `from` and is at `to` moves towards the card: it came nearer,
 * and meets it if it goes straight on.
 */
export function isOnWayToCard(from: Point, to: Point, card: Box): boolean {
	const wide = { left: card.left - SWAY, top: card.top - SWAY, right: card.right + SWAY, bottom: card.bottom + SWAY };
	if (distance(to, card) >= distance(from, card)) return false;
	const corners = [
		{ x: wide.left, y: wide.top },
		{ x: wide.right, y: wide.top },
		{ x: wide.right, y: wide.bottom },
		{ x: wide.left, y: wide.bottom },
	];
	const isLeft = corners.some((corner) => turn(from, to, corner) >= 0);
	const isRight = corners.some((corner) => turn(from, to, corner) <= 0);
	return isLeft && isRight;
}

/** Positive if `c` lies to one side of the line from `a` through `b`, negative on the other. */
function turn(a: Point, b: Point, c: Point): number {
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function distance({ x, y }: Point, { left, top, right, bottom }: Box): number {
	return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}
