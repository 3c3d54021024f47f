import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerView } from "../../components/AnswerView";
import { ExplainingContext } from "../../components/ExplainedText";
import type { Answer } from "../../data/schema";

const arabic: Answer = {
	id: "arabic",
	url: "https://answers.example/1",
	site: "answers.example",
	lang: "ar",
	wording: "verbatim",
	complete: true,
	title: "سؤال",
	question: { text: "لماذا ترتعش شفتي؟", askedOn: null, posedBy: "asker", askerAge: null, askerSex: null },
	replies: [{ text: "هذا شائع.", doctor: "علي", specialty: null, hospital: null, repliedOn: null }],
	symptoms: ["lip-twitching"],
	background: "ملاحظة",
	caution: "تنبيه",
	similar: [],
	relatedTopics: [],
} as unknown as Answer;

describe("an answer", () => {
	it("in a language that runs from right to left does so, each text for itself", () => {
		const markup = renderToStaticMarkup(<AnswerView answer={arabic} packName="Pack" />);

		for (const text of [arabic.title, arabic.question.text, arabic.replies[0]?.text, arabic.background]) {
			expect(markup).toContain(`dir="auto" lang="ar">${text}<`);
		}
		expect(markup).toContain(`<bdi lang="ar">${arabic.caution}</bdi>`);
	});

	it("is read out in its own language, and what stands around it in that of the page", () => {
		const markup = renderToStaticMarkup(<AnswerView answer={arabic} packName="Pack" />);

		expect(markup).toContain('<article class="answer">');
		expect(markup).toContain('<p class="answer-label">Question</p>');
	});

	it("names the pack it came from", () => {
		expect(renderToStaticMarkup(<AnswerView answer={arabic} packName="Somebody’s pack" />)).toContain(
			"From: Somebody’s pack",
		);
	});

	it("has words to press only where a card explains them", () => {
		const explaining = {
			termsIn: () => [{ start: 0, end: 3, symptom: { id: "rash" as const, name: "Rash" } }],
			onOpen: () => undefined,
		};
		const view = <AnswerView answer={arabic} packName="Pack" />;

		expect(renderToStaticMarkup(view)).not.toContain('class="term"');
		expect(renderToStaticMarkup(<ExplainingContext value={explaining as never}>{view}</ExplainingContext>)).toContain(
			'title="Read about: Rash"',
		);
	});
});
