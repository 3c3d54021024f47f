import { describe, expect, it } from "vitest";
import {
	DWELL_MS,
	GRACE_MS,
	type HoverEvent,
	type HoverState,
	nextDeadline,
	nextHoverState,
	shownMention,
} from "../../lib/page/hover-intent";

const lip = { name: "lip" };
const eye = { name: "eye" };
type Step = [at: number, event: HoverEvent<{ name: string }>];

const stateAfter = (steps: Step[]) =>
	steps.reduce<HoverState<{ name: string }>>((state, [at, event]) => nextHoverState(state, event, at), {
		name: "idle",
	});
const over = (mention?: { name: string }): HoverEvent<{ name: string }> => ({ type: "moved", over: mention });
const waited: HoverEvent<{ name: string }> = { type: "waited" };
const openLip: Step[] = [
	[0, over(lip)],
	[DWELL_MS, waited],
];

describe("a card opens", () => {
	it("after the pointer has rested on a term for the dwell time", () => {
		expect(shownMention(stateAfter(openLip))).toBe(lip);
	});

	it("not a moment earlier", () => {
		expect(
			shownMention(
				stateAfter([
					[0, over(lip)],
					[DWELL_MS - 1, waited],
				]),
			),
		).toBeUndefined();
	});

	it("although the hand trembles on the term", () => {
		expect(
			shownMention(
				stateAfter([
					[0, over(lip)],
					[100, over(lip)],
					[200, over(lip)],
					[DWELL_MS, waited],
				]),
			),
		).toBe(lip);
	});

	it("not when the pointer only passes", () => {
		expect(
			stateAfter([
				[0, over(lip)],
				[50, over()],
				[DWELL_MS, waited],
			]),
		).toEqual({ name: "idle" });
	});

	it("not when the reader scrolls, drags or selects meanwhile", () => {
		expect(
			stateAfter([
				[0, over(lip)],
				[100, { type: "busy" }],
				[DWELL_MS, waited],
			]),
		).toEqual({ name: "idle" });
	});

	it("at once, and pinned, when the term is clicked", () => {
		expect(
			stateAfter([
				[0, over(lip)],
				[20, { type: "clicked", mention: lip }],
			]),
		).toEqual({ name: "pinned", mention: lip });
	});
});

describe("an open card", () => {
	it("waits for the pointer to come into it", () => {
		const state = stateAfter([...openLip, [400, over()], [500, { type: "entered-card" }], [5_000, waited]]);

		expect(state).toEqual({ name: "open", mention: lip });
	});

	it("closes when the pointer has left for the grace time", () => {
		const steps: Step[] = [...openLip, [400, over()]];

		expect(nextDeadline(stateAfter(steps))).toBe(400 + GRACE_MS);
		expect(shownMention(stateAfter([...steps, [400 + GRACE_MS - 1, waited]]))).toBe(lip);
		expect(stateAfter([...steps, [400 + GRACE_MS, waited]])).toEqual({ name: "idle" });
	});

	it("survives crossing another term on the way", () => {
		const state = stateAfter([...openLip, [400, over(eye)], [500, { type: "entered-card" }]]);

		expect(shownMention(state)).toBe(lip);
	});

	it("gives way to another term only after a full rest there", () => {
		const steps: Step[] = [...openLip, [400, over()], [600, over(eye)]];

		expect(stateAfter([...steps, [700, waited]])).toEqual({ name: "dwelling", mention: eye, since: 600 });
		expect(stateAfter([...steps, [700, waited], [900, waited]])).toEqual({ name: "open", mention: eye });
	});

	it("closes on Escape", () => {
		expect(stateAfter([...openLip, [400, { type: "dismissed" }]])).toEqual({ name: "idle" });
	});

	it("stays while the reader scrolls", () => {
		expect(shownMention(stateAfter([...openLip, [400, { type: "busy" }]]))).toBe(lip);
	});
});

describe("a pinned card", () => {
	const pinned: Step[] = [...openLip, [400, { type: "entered-card" }], [450, { type: "pinned" }]];

	it("stays wherever the pointer goes and rests", () => {
		expect(stateAfter([...pinned, [500, { type: "left-card" }], [600, over(eye)], [2_000, waited]])).toEqual({
			name: "pinned",
			mention: lip,
		});
	});

	it("closes on Escape", () => {
		expect(stateAfter([...pinned, [500, { type: "dismissed" }]])).toEqual({ name: "idle" });
	});
});

describe("on the way to the card", () => {
	const onWay: HoverEvent<{ name: string }> = { type: "moved", over: eye, isOnWay: true };

	it("it stays open however slow the hand is, and other terms are crossed without a card", () => {
		const slow = Array.from({ length: 10 }, (_, step): Step[] => [
			[DWELL_MS + 100 + step * 200, onWay],
			[DWELL_MS + 290 + step * 200, waited],
		]);

		expect(shownMention(stateAfter([...openLip, [DWELL_MS + 50, over()], ...slow.flat()]))).toBe(lip);
	});

	it("it goes when the hand turns away", () => {
		expect(
			stateAfter([
				...openLip,
				[DWELL_MS + 50, over()],
				[DWELL_MS + 100, onWay],
				[DWELL_MS + 150, over()],
				[DWELL_MS + 150 + GRACE_MS, waited],
			]),
		).toEqual({ name: "idle" });
	});
});

describe("another dwell time", () => {
	it("is the one that counts", () => {
		const dwelling = nextHoverState<{ name: string }>({ name: "idle" }, over(lip), 0, 800);

		expect(nextDeadline(dwelling, 800)).toBe(800);
		expect(nextHoverState(dwelling, waited, 799, 800)).toEqual(dwelling);
		expect(shownMention(nextHoverState(dwelling, waited, 800, 800))).toBe(lip);
	});
});
