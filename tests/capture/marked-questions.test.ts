// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { captureFixture, captureText, only } from "./capture-fixture";

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const question = (given: object) => jsonLd({ "@type": "QAPage", mainEntity: { "@type": "Question", ...given } });

describe("a question in JSON-LD", () => {
	it("is read with its accepted reply first, once each, as plain text, although another block is broken", () => {
		const { layout, record } = only(captureFixture("qa-page.html"));

		expect(layout).toBe("qa-page");
		expect(record.title).toBe("Does coffee make lids twitch?");
		expect(record.lang).toBe("de");
		expect(record.site).toBe("example.org");
		expect(record.question).toMatchObject({ askerAge: "28", askerSex: "female", askedOn: "2021-02-03" });
		expect(record.topics).toEqual(["coffee", "eyelid"]);
		expect(record.replies).toEqual([
			{
				doctor: "Example",
				specialty: "Neurologic",
				hospital: "Example Hospital",
				repliedOn: "2021-02-04",
				text: "Cut down & sleep.\nIt passes < 3 weeks.",
			},
			{ doctor: null, specialty: null, hospital: null, repliedOn: null, text: "Mine stopped with tea." },
			{ doctor: null, specialty: null, hospital: null, repliedOn: null, text: "Cut down & sleep." },
		]);
	});

	it("that is cut off is completed from the visible page, without the asker's user name", () => {
		const { record } = only(captureFixture("qa-page.html"));

		expect(record.question.text).toBe("I'm a 28-year-old woman. I drink five cups a day and my lid jumps.");
		expect(record.complete).toBe(true);
		expect(JSON.stringify(record)).not.toMatch(/cuplover|teafan|Cara/);
	});

	it("is completed by what only the page's lines say: who asked, and the lists beside it", () => {
		const lines =
			"<h1>Sore heel</h1><p>It hurts.</p><p>20 year old male. Ask Date: 2020/01/02</p>" +
			"<h2>Dr. Example reply Podiatry</h2><p>Stretch the calf twice a day, and wear soft shoes until the heel is better.</p>";
		const text = "Stretch the calf twice a day, and wear soft shoes until the heel is better.";
		const marked = question({ name: "Sore heel", acceptedAnswer: { "@type": "Answer", text } });

		const { layout, record } = only(captureText(marked + lines));

		expect(layout).toBe("qa-page");
		expect(record.question).toEqual({ text: "It hurts.", askerAge: "20", askerSex: "male", askedOn: "2020-01-02" });
		expect(record.replies).toEqual([
			{ doctor: "Example", specialty: "Podiatry", hospital: null, repliedOn: null, text },
		]);
	});

	it("is the question on the page that got the same reply, although the page words its title otherwise", () => {
		const text = "Stretch the calf twice a day, and wear soft shoes until the heel is better.";
		const marked = question({ name: "Heel pain: what helps?", text: "It hurts.", acceptedAnswer: { text } });
		const lines = `<h1>Sore heel</h1><p>Ouch.</p><h2>Dr. Example reply Podiatry</h2><p>${text}</p>`;

		const { record } = only(captureText(marked + lines));

		expect(record).toMatchObject({ title: "Heel pain: what helps?", replies: [{ doctor: "Example", text }] });
	});

	it("is completed over line breaks", () => {
		const marked = question({ name: "Q", acceptedAnswer: { text: "Rest the foot for a day. Then walk a little…" } });
		const lines = "<div><p>Rest the foot for a day.</p><p>Then walk a little more.</p></div>";

		expect(captureText(marked + lines)[0]?.record.replies[0]?.text).toBe(
			"Rest the foot for a day.\nThen walk a little more.",
		);
	});

	it("has each reply once, also where the accepted one is listed twice", () => {
		const answer = { "@type": "Answer", text: "Rest it." };
		const [draft] = captureText(question({ name: "Q", acceptedAnswer: answer, suggestedAnswer: [answer] }));

		expect(draft?.record.replies).toHaveLength(1);
	});

	it("comes before its wording on the page where both are whole", () => {
		const marked = question({ name: "Sore heel", text: "It hurts a lot.", acceptedAnswer: { text: "Rest it." } });
		const lines = "<h1>Sore heel</h1><p>Ouch.</p><h2>Dr. Example reply</h2><p>Rest!</p>";

		expect(only(captureText(marked + lines)).record.question.text).toBe("It hurts a lot.");
	});

	it("keeps escaped markup as plain text too", () => {
		const text = "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;";
		const [draft] = captureText(question({ name: "Q", acceptedAnswer: { text } }));

		expect(draft?.record.replies[0]?.text).toBe("One.\nTwo & three.");
	});

	it("keeps line feeds of plain text as paragraphs", () => {
		const [draft] = captureText(question({ name: "Q", acceptedAnswer: { text: "One  &amp; a half.\n\n Two." } }));

		expect(draft?.record.replies[0]?.text).toBe("One & a half.\nTwo.");
	});
});

describe("a page of frequent questions", () => {
	const drafts = () => captureFixture("faq-page.html");

	it("gives a draft for each question, answered by the institution", () => {
		expect(drafts().map(({ layout, record }) => [layout, record.question.text, record.replies[0]?.hospital])).toEqual([
			["faq-page", "How long do hiccups last?", "Example Health Service"],
			["faq-page", "What helps?", "Example Health Service"],
			["faq-page", "Who knows?", "Example Health Service"],
		]);
		expect(drafts()[0]?.record.replies[0]).toMatchObject({
			doctor: null,
			repliedOn: null,
			text: "A few minutes.\nRarely longer.",
		});
	});

	it("completes an answer that is cut off up to the next heading, and says so where it cannot", () => {
		const [, whole, part] = drafts();

		expect(whole?.record.replies[0]?.text).toBe(
			"Sipping water helps some people, and so does holding your breath.\nOthers wait.",
		);
		expect(whole?.record.complete).toBe(true);
		expect(part?.record.complete).toBe(false);
		expect(part?.record.completenessNote).toMatch(/only a part/);
	});

	it("says who reviewed it, without making the reviewer the author", () => {
		expect(drafts()[0]?.record.completenessNote).toBe(
			"As printed on the page on 2024-02-03. Reviewed by Dr Example on 2023-05-06 according to the page.",
		);
	});
});

describe("a medical page without questions", () => {
	it("is one draft: its text as the reply of the doctor who wrote it", () => {
		const { layout, record } = only(captureFixture("medical-web-page.html"));

		expect(layout).toBe("medical-web-page");
		expect(record.question).toEqual({ text: "What is a stitch?", askerAge: null, askerSex: null, askedOn: null });
		expect(record.replies).toEqual([
			{
				doctor: "Example",
				specialty: null,
				hospital: null,
				repliedOn: "2022-11-30",
				text: "A pain in the side while running.\nWhat helps\nSlow down.",
			},
		]);
		expect(record.topics).toEqual(["Side stitch"]);
		expect(record.completenessNote).toMatch(/Reviewed by Dr Sample on 2022-11-30/);
	});
});

describe("microdata", () => {
	it("that is an item of a list has no marker of it, but those of lists inside", () => {
		const html =
			'<ol><li itemscope itemtype="https://schema.org/Question"><p itemprop="name">What helps?</p><ul>' +
			'<li itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><ul>' +
			'<li itemprop="text">Rest.<ol><li>Long.</li></ol></li></ul></li></ul></li></ol>';

		const { record } = only(captureText(html));

		expect(record.title).toBe("What helps?");
		expect(record.replies[0]?.text).toBe("Rest.\n1. Long.");
	});

	it("gives the question, its reply and who replied, but not who asked", () => {
		const { layout, record } = only(captureFixture("microdata.html"));

		expect(layout).toBe("qa-page");
		expect(record.title).toBe("Why do ears ring?");
		expect(record.question).toEqual({
			text: "They ring at night.\nNot by day.",
			askerAge: null,
			askerSex: null,
			askedOn: "2019-08-07",
		});
		expect(record.replies).toEqual([
			{
				doctor: "Ann Example, MD",
				specialty: "Otologist",
				hospital: "Example Hospital",
				repliedOn: "2019-08-09",
				text: "Quiet rooms let you hear it.",
			},
		]);
		expect(JSON.stringify(record)).not.toMatch(/nightowl/);
	});
});
