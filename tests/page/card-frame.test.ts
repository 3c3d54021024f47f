// @vitest-environment happy-dom
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import type { PlainCard } from "../../lib/messaging/plain-card";
import { CardFrame } from "../../lib/page/card-frame";

const TERM = { left: 10, top: 10, right: 90, bottom: 30 };

let root: ShadowRoot;
let replies: Map<string, (card: PlainCard | undefined) => void>;

beforeEach(() => {
	const attach = Element.prototype.attachShadow;
	vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, options) {
		root = attach.call(this, options);
		return root;
	});
	// happy-dom has no popovers.
	Object.assign(HTMLElement.prototype, { showPopover: () => undefined, hidePopover: () => undefined });
	const select = Document.prototype.querySelectorAll;
	vi.spyOn(Document.prototype, "querySelectorAll").mockImplementation(function (this: Document, selector: string) {
		return select.call(this, selector === "dialog:modal, :fullscreen" ? "none" : selector);
	});
	vi.spyOn(Element.prototype, "matches").mockReturnValue(false);
	replies = new Map();
	onTestFinished(() => void vi.restoreAllMocks());
});

/** A card where no frame can stand, which is removed after the test. */
function plainCard() {
	const card = new CardFrame({
		url: "card.html",
		origin: "extension://lens",
		title: "Symptom Lens",
		isPlain: true,
		onMessage: () => undefined,
		readPlainCard: (id) => new Promise((resolve) => replies.set(id, resolve)),
		onPointerEnter: () => undefined,
		onPointerLeave: () => undefined,
	});
	onTestFinished(() => card.remove());
	return card;
}

const show = (symptomId: string) => ({
	type: "show" as const,
	symptomId,
	words: symptomId,
	assertion: "present" as const,
	text: symptomId,
	start: 0,
	end: symptomId.length,
	post: [],
	pageTitle: "",
	pageUrl: "",
	isPinned: false,
});

const answer = async (symptomId: string, title: string | undefined) => {
	replies.get(symptomId)?.(title === undefined ? undefined : { title, sections: [] });
	await new Promise((resolve) => setTimeout(resolve));
};

/** What a reader sees of the card; undefined while it is hidden. */
const seen = () =>
	(root.host as HTMLElement).style.getPropertyValue("display") === "none" ? undefined : root.textContent;

it.each([
	["a moment later", "Tinnitus", "Tinnitus"],
	["never, because there is none", undefined, undefined],
])("never shows the text of the term before it at the next one, whose own comes %s", async (_, title, last) => {
	const card = plainCard();
	card.open(show("tremor"), TERM);
	await answer("tremor", "Tremor");
	expect(seen()).toBe("Tremor");
	card.close();

	card.open(show("tinnitus"), TERM);
	expect(seen()).toBeUndefined();

	await answer("tinnitus", title);
	expect(seen()).toBe(last);
});

it("hides the text of a pinned card when another term is pinned", async () => {
	const card = plainCard();
	card.open(show("tremor"), TERM);
	await answer("tremor", "Tremor");

	card.open(show("tinnitus"), TERM);

	expect(seen()).toBeUndefined();
});

it("shows the text of the same symptom again at once", async () => {
	const card = plainCard();
	card.open(show("tremor"), TERM);
	await answer("tremor", "Tremor");
	card.close();

	card.open(show("tremor"), TERM);

	expect(seen()).toBe("Tremor");
});
