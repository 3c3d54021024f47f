import { describe, expect, it } from "vitest";
import { isOnWayToCard } from "../../lib/page/pointer-path";

const card = { left: 200, top: 126, right: 592, bottom: 586 };

describe("a pointer is on its way to the card", () => {
	it.each([
		["straight down into it", { x: 240, y: 110 }, { x: 240, y: 114 }],
		["slanting into it", { x: 180, y: 90 }, { x: 185, y: 97 }],
		["towards its far corner", { x: 150, y: 100 }, { x: 158, y: 102 }],
		["slowly, next to it", { x: 240, y: 120 }, { x: 241, y: 122 }],
		["from the side", { x: 100, y: 300 }, { x: 108, y: 301 }],
	])("%s", (_way, from, to) => {
		expect(isOnWayToCard(from, to, card)).toBe(true);
	});

	it.each([
		["away from it", { x: 240, y: 110 }, { x: 240, y: 104 }],
		["past it", { x: 240, y: 110 }, { x: 230, y: 110 }],
		["past its corner", { x: 150, y: 90 }, { x: 150, y: 97 }],
		["not at all", { x: 240, y: 110 }, { x: 240, y: 110 }],
	])("not %s", (_way, from, to) => {
		expect(isOnWayToCard(from, to, card)).toBe(false);
	});
});
