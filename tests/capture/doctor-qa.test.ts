// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { captureFixture, captureText, only } from "./capture-fixture";

describe("a page on which doctors answer a reader", () => {
	it("is read with everything in its place: question, asker, each reply, the site's text and its lists", () => {
		expect(only(captureFixture("doctor-qa.html"))).toEqual({
			layout: "doctor-qa",
			record: {
				url: "https://www.example.org/answers/17",
				site: "Example Answers",
				title: "Why does my thumb jump after gardening?",
				lang: "en",
				wording: "verbatim",
				question: {
					text: "My right thumb jumps after an hour with the secateurs.\nIt stops overnight.\nIs that normal?",
					askerAge: "30-39",
					askerSex: "male",
					askedOn: "2022-03-04",
				},
				replies: [
					{
						doctor: "Example",
						specialty: "Neurology",
						hospital: "Example Hospital",
						repliedOn: "2022-03-05",
						text: "Hello, small muscles tire quickly.\n1. Take breaks.\n2. See point 1.\nAnother person went to Sample Hospital for this.\nExample, Department of Neurology, Example Hospital, wishes you well.",
					},
					{
						doctor: "Sample",
						specialty: "Hand Surgery",
						hospital: "Sample Clinic",
						repliedOn: null,
						text: "A splint may help.",
					},
				],
				background: "About thumb twitching\nThumbs are busy.\n- Rest: they like it.",
				symptoms: [],
				similar: [
					{ title: "Finger jumps while typing", doctor: "Other", specialty: "Family Medicine" },
					{ title: "Cold thumb", doctor: null, specialty: null },
				],
				topics: [],
				relatedTopics: ["Hand Tremor", "Cramp"],
				caution: null,
				complete: true,
				completenessNote: "As printed on the page on 2024-02-03.",
			},
		});
	});

	it("is read without any sections and classes too, and then without the asker's name and birth date", () => {
		const { layout, record } = only(captureFixture("doctor-qa-flat.html"));

		expect(layout).toBe("doctor-qa");
		expect(record.question).toEqual({
			text: "My knee itches when it rains.\nI was born on […] and never had this before.",
			askerAge: "32",
			askerSex: "female",
			askedOn: "2022-05-14",
		});
		expect(record.replies).toEqual([
			{
				doctor: "Example",
				specialty: "Dermatology",
				hospital: null,
				repliedOn: "2022-05-15",
				text: "Dry skin is the usual reason.\nUse a plain cream.",
			},
		]);
		expect(record.background).toBe("Knees have thin skin.");
		expect(record.similar).toEqual([{ title: "Itchy elbow", doctor: "Other", specialty: "Dermatology" }]);
		expect(JSON.stringify(record)).not.toMatch(/rainyday|1990/);
	});

	it("with several questions gives a draft for each, with a day only where it exists", () => {
		const drafts = captureFixture("qa-list.html").map(({ record }) => record);

		expect(
			drafts.map(({ title, question, replies }) => [title, question, replies[0]?.doctor, replies[0]?.text]),
		).toEqual([
			[
				"Stiff toe",
				{ text: "My toe is stiff.", askerAge: "20", askerSex: "female", askedOn: "2020-01-02" },
				"Example",
				"Move it.",
			],
			[
				"Loud stomach",
				{ text: "My stomach is loud.", askerAge: "41", askerSex: "male", askedOn: null },
				"Sample",
				"Let it talk.",
			],
		]);
	});

	it.each([
		["I am a 34-year-old woman with a cough.", "34", "female"],
		["As a 51 year old man I cough.", "51", "male"],
		["My 3 year old son coughs.", null, null],
		["I am a 34-year-old woman, my friend says: I am a 50-year-old man.", null, null],
		["My wife coughs.", null, null],
	])("tells age and sex of the asker only where the text does: %s", (text, askerAge, askerSex) => {
		const html = `<h1>Cough</h1><p>${text}</p><h2>Dr. Example reply Neurology</h2><p>Drink.</p>`;

		expect(only(captureText(html)).record.question).toMatchObject({ askerAge, askerSex });
	});

	it("tells no sex where the line about the asker has none, and no day that may be two", () => {
		const html =
			"<h1>Cough</h1><p>I cough.</p><p>B, 20~29 years old. Ask Date: 03/04/2021</p><h2>Dr. Example reply</h2><p>Drink.</p>";

		expect(only(captureText(html)).record.question).toEqual({
			text: "I cough.",
			askerAge: "20-29",
			askerSex: null,
			askedOn: null,
		});
	});

	it("takes no hospital that a reply merely mentions", () => {
		const html = "<h1>Cough</h1><p>I cough.</p><h2>Dr. Example reply</h2><p>Sample Hospital, near you, is good.</p>";

		expect(only(captureText(html)).record.replies[0]).toMatchObject({ hospital: null, specialty: null });
	});

	it("keeps two replies with one question, although the first has headings of its own", () => {
		const html =
			"<h1>Cough</h1><p>I cough.</p><h2>Dr. Example reply</h2><p>Drink.</p><h3>Later</h3><p>Rest.</p>" +
			"<h2>Dr. Sample reply</h2><p>Wait.</p>";

		expect(only(captureText(html)).record.replies.map(({ doctor, text }) => [doctor, text])).toEqual([
			["Example", "Drink.\nLater\nRest."],
			["Sample", "Wait."],
		]);
	});

	it("keeps its title where that begins like a heading of the site", () => {
		const html = "<main><h1>About my cough</h1><p>I cough.</p><h2>Dr. Example reply</h2><p>Drink.</p></main>";

		expect(only(captureText(html)).record).toMatchObject({ title: "About my cough", background: null });
	});

	it("keeps lines of the question that speak of others' ages", () => {
		const html = "<h1>Cough</h1><p>Pupils 10-12 years old</p><p>cough too.</p><h2>Dr. Example reply</h2><p>Drink.</p>";

		expect(only(captureText(html)).record.question).toMatchObject({
			text: "Pupils 10-12 years old\ncough too.",
			askerAge: null,
		});
	});

	it("keeps a reply whole that speaks of ages", () => {
		const advice = "Adults 40-50 years old: yearly.";
		const html = `<h1>20 year old female with a cough</h1><p>I cough.</p><h2>Dr. Example reply</h2><p>${advice}</p><p>Male, 60 years old: twice.</p>`;

		const { record } = only(captureText(html));

		expect(record.title).toBe("20 year old female with a cough");
		expect(record.replies[0]?.text).toBe(`${advice}\nMale, 60 years old: twice.`);
	});

	it("is not seen in prose that speaks of a doctor, or under a bare heading “Answer”", () => {
		expect(only(captureFixture("nothing.html")).layout).toBe("none");
	});
});
