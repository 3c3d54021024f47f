import { describe, expect, it } from "vitest";
import { AIM_MS, PressGuard, SETTLE_MS } from "../lib/press-guard";

const MOUSE = { isTrusted: true, detail: 1, pointerType: "mouse" };
const FINGER = { isTrusted: true, detail: 1, pointerType: "touch" };
const KEY = { isTrusted: true, detail: 0, pointerType: "" };

/** A guard of a card that lies open since 0 ms, with the pointer moving in it since then. */
function openGuard(): PressGuard {
	const guard = new PressGuard();
	guard.sees(true, 0);
	guard.aims(0);
	return guard;
}

describe("a press in a card", () => {
	it.each([
		["the mouse", MOUSE],
		["a finger", FINGER],
		["a key", KEY],
	])("by %s counts once the card has been in sight long enough, and not before", (_, press) => {
		expect(openGuard().allows(press, SETTLE_MS - 1)).toBe(false);
		expect(openGuard().allows(press, SETTLE_MS)).toBe(true);
	});

	it("that a script made up never counts", () => {
		expect(openGuard().allows({ ...MOUSE, isTrusted: false }, 10_000)).toBe(false);
	});

	it("never counts in a card that was not seen", () => {
		expect(new PressGuard().allows(KEY, 10_000)).toBe(false);
	});

	it("does not count while something lies over the card, and the wait begins anew when it is gone", () => {
		const guard = openGuard();
		guard.sees(false, 2_000);
		expect(guard.allows(KEY, 10_000)).toBe(false);

		guard.sees(true, 10_000);

		expect(guard.allows(KEY, 10_000 + SETTLE_MS - 1)).toBe(false);
		expect(guard.allows(KEY, 10_000 + SETTLE_MS)).toBe(true);
	});

	it("is not put off by being told again that the card is in sight", () => {
		const guard = openGuard();
		guard.sees(true, SETTLE_MS - 1);

		expect(guard.allows(KEY, SETTLE_MS)).toBe(true);
	});

	it("by a mouse has to be aimed: a card that was pushed under the pointer gets nothing", () => {
		const guard = openGuard();
		guard.leaves();
		expect(guard.allows(MOUSE, 10_000)).toBe(false);
		expect(guard.allows(KEY, 10_000)).toBe(true);

		guard.aims(10_000);

		expect(guard.allows(MOUSE, 10_000 + AIM_MS - 1)).toBe(false);
		expect(guard.allows(MOUSE, 10_000 + AIM_MS)).toBe(true);
	});
});
