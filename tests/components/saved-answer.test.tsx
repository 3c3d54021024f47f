import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SavedAnswerItem } from "../../components/SavedAnswerItem";
import { VisitSheet } from "../../components/VisitSheet";
import type { SavedAnswer } from "../../lib/messaging/protocol";

const german = {
	id: "german",
	savedAt: Date.UTC(2026, 5, 3),
	packName: "Pack",
	note: "",
	tags: [],
	context: { sentence: "My lip has been twitching.", pageTitle: "A forum", pageUrl: "https://forum.example/1" },
	snapshot: {
		lang: "de",
		site: "clinic.example",
		url: null,
		wording: "summary",
		title: "Zuckende Lippe",
		question: { text: "Warum zuckt meine Lippe?", askedOn: null, posedBy: "asker", askerAge: null, askerSex: null },
		replies: [{ text: "Das ist häufig.", doctor: "Ada", specialty: null, hospital: null, repliedOn: "2015-03-01" }],
		caution: "Vorsicht.",
		similar: [],
		relatedTopics: [],
	},
} as unknown as SavedAnswer;

const sheet = () =>
	renderToStaticMarkup(
		<VisitSheet saved={[german]} lines="" hasNotes={false} isWhole diary={[]} now={Date.UTC(2026, 5, 4)} />,
	);

describe("a saved answer", () => {
	it("has its title read out in its own language in the list of the popup", () => {
		const markup = renderToStaticMarkup(<SavedAnswerItem saved={german} pageAddress="" onRemove={() => undefined} />);

		expect(markup).toContain('<h3 dir="auto" lang="de">Zuckende Lippe</h3>');
	});

	it("names itself on its buttons, which look the same in every row", () => {
		const markup = renderToStaticMarkup(<SavedAnswerItem saved={german} pageAddress="" onRemove={() => undefined} />);

		expect(markup).toContain('aria-label="Show the answer: Zuckende Lippe"');
		expect(markup).toContain('aria-label="Remove from your list: Zuckende Lippe"');
	});
});

describe("the visit sheet", () => {
	it("is read out in the language of the page, but for the words of an answer", () => {
		expect(sheet()).toContain('<section class="visit-answer">');
		expect(sheet()).toContain('lang="de">Das ist häufig.<');
		expect(sheet()).toContain('lang="de">Vorsicht.<');
	});

	it("says of an old reply that it is old, as the card does", () => {
		expect(sheet()).toContain("more than 3 years old · Summary in our own words");
	});
});
