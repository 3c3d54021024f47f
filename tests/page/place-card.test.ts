import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_SIZE, clampSize, growthOf, placeCard, placeSheet } from "../../lib/page/place-card";

const wide = { width: 1280, height: 900 };
const line = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

describe("placeCard", () => {
	it("puts the card under the term, at its left edge", () => {
		expect(placeCard(line(200, 100), wide)).toEqual({ left: 200, top: 126, ...CARD_SIZE });
	});

	it("puts it above a term near the lower edge", () => {
		const { top, height } = placeCard(line(200, 850), wide);

		expect(top + height).toBe(844);
	});

	it("shifts it in from the right edge", () => {
		const { left, width } = placeCard(line(1240, 100), wide);

		expect(left + width).toBe(1272);
	});

	it("puts it beside the term where there is room neither above nor below", () => {
		expect(placeCard(line(200, 190), { width: 900, height: 400 }).left).toBe(286);
	});

	it("narrows it in a small window", () => {
		expect(placeCard(line(20, 20), { width: 320, height: 700 }).width).toBe(304);
	});

	it("stays inside any window of a usable size, and off the term where there is room", () => {
		const term = fc.record({ x: fc.integer({ min: 0, max: 1900 }), y: fc.integer({ min: 0, max: 1000 }) });
		fc.assert(
			fc.property(
				fc.integer({ min: 320, max: 2000 }),
				fc.integer({ min: 500, max: 1200 }),
				term,
				(width, height, { x, y }) => {
					const box = line(Math.min(x, width - 80), Math.min(y, height - 20));
					const place = placeCard(box, { width, height });

					expect(place.left).toBeGreaterThanOrEqual(0);
					expect(place.top).toBeGreaterThanOrEqual(0);
					expect(place.left + place.width).toBeLessThanOrEqual(width);
					expect(place.top + place.height).toBeLessThanOrEqual(height);
					const isBeside = place.left >= box.right || place.left + place.width <= box.left;
					expect(isBeside || place.top >= box.bottom || place.top + place.height <= box.top).toBe(true);
				},
			),
		);
	});
});

describe("clampSize", () => {
	it("keeps a card that is drawn too small or too large usable", () => {
		expect(clampSize({ width: 10, height: 10_000 })).toEqual({ width: 280, height: 1_000 });
	});

	it("leaves a size between them as it is drawn", () => {
		expect(clampSize({ width: 500, height: 300 })).toEqual({ width: 500, height: 300 });
	});
});

describe("placeSheet", () => {
	it("is as wide as the window, along its lower edge", () => {
		const { left, top, width, height } = placeSheet(line(20, 100), { width: 400, height: 800 });

		expect({ left, width, bottom: top + height }).toEqual({ left: 0, width: 400, bottom: 800 });
	});

	it("goes to the upper edge for a term that it would cover below", () => {
		expect(placeSheet(line(20, 700), { width: 400, height: 800 }).top).toBe(0);
	});
});

describe("growthOf", () => {
	it.each([
		["down, under its term", line(200, 100), "down"],
		["up, above its term", line(200, 850), "up"],
		["to the left, at the right edge of the window", line(1240, 100), "down-left"],
		["to the left, near that edge", line(820, 100), "down-left"],
		["up and to the left, in the corner", line(1240, 850), "up-left"],
	])("a card is drawn larger %s", (_, term, way) => {
		expect(growthOf(placeCard(term, wide), term, wide.width)).toBe(way);
	});

	it("a card that fills a narrow window has no side to grow to", () => {
		const term = line(20, 20);

		expect(growthOf(placeCard(term, { width: 320, height: 700 }), term, 320)).toBe("down");
	});
});
