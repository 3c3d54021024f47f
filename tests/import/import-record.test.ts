import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerIdSchema, answerSchema } from "../../data/schema";
import { toAnswer } from "../../lib/import/import-record";
import { answerIdFrom, answerIdOf, hashOf, IdRegister } from "../../lib/import/record-ids";

const plain = { question: "Why do I get hiccups ?", answer: "The midriff twitches." };

function answerOf(record: unknown) {
	const result = toAnswer(record, { site: "file.csv" });
	if (result.kind !== "answer") throw new Error(JSON.stringify(result));
	return result.answer;
}

function faultOf(record: unknown): string {
	const result = toAnswer(record, { site: "file.csv" });
	return result.kind === "fault" ? `${result.field} ${result.reason}` : result.kind;
}

describe("a simple record", () => {
	it("needs a question and an answer, and nothing else", () => {
		const answer = answerOf(plain);
		expect(answerSchema.parse(answer)).toEqual(answer);
		expect(answer).toMatchObject({
			site: "file.csv",
			url: null,
			lang: "en",
			wording: "verbatim",
			question: { text: "Why do I get hiccups ?", askedOn: null },
			replies: [{ doctor: null, specialty: null, hospital: null, repliedOn: null, text: "The midriff twitches." }],
			symptoms: [],
			topics: [],
			complete: true,
		});
	});

	it("becomes an answer with all that it gives", () => {
		const answer = answerOf({
			...plain,
			id: "Site_17",
			site: "Example Clinic",
			source: "not this one",
			url: "https://example.org/17",
			doctor: "Dr Example",
			specialty: "Neurology",
			hospital: "Example Hospital",
			askedOn: "2020/02/29",
			repliedOn: "2020-03-01",
			background: "Of the site itself.",
			lang: "de",
			topics: "hiccups; sleep | hiccups",
			symptoms: ["hiccups", "Not An Id"],
			unknown: { any: "thing" },
		});
		expect(answerSchema.parse(answer)).toEqual(answer);
		expect(answer).toMatchObject({
			id: "site-17",
			site: "Example Clinic",
			url: "https://example.org/17",
			lang: "de",
			question: { askedOn: "2020-02-29" },
			replies: [
				{ doctor: "Dr Example", specialty: "Neurology", hospital: "Example Hospital", repliedOn: "2020-03-01" },
			],
			background: "Of the site itself.",
			topics: ["hiccups", "sleep"],
			symptoms: ["hiccups"],
		});
	});

	it("keeps markup as text, and all but the space around a text", () => {
		const text = "<script>alert(1)</script>\n\n  &amp; <img src=x onerror=alert(1)>";
		expect(answerOf({ ...plain, answer: `  ${text}\n` }).replies[0]?.text).toBe(text);
	});

	it("has a title of one line, without the space before a question mark", () => {
		expect(answerOf({ ...plain, question: "What is\n this ?" })).toMatchObject({
			title: "What is this?",
			question: { text: "What is\n this ?" },
		});
		const { title, question } = answerOf({ ...plain, question: "word ".repeat(100) });
		expect(title.length).toBeLessThanOrEqual(161);
		expect(title).toMatch(/word…$/);
		expect(question.text).toHaveLength(499);
	});

	it("is skipped where the answer is missing or blank", () => {
		for (const answer of [undefined, null, "", " \n "]) expect(faultOf({ ...plain, answer })).toBe("skipped");
	});

	it("takes a blank field for one that is not given", () => {
		expect(
			answerOf({ ...plain, id: "", url: " ", doctor: "", askedOn: "", topics: "", lang: "", background: null }),
		).toEqual(answerOf(plain));
	});

	it.each([
		[{ answer: "A." }, "question is missing"],
		[{ question: " ", answer: "A." }, "question is missing"],
		[{ question: 5, answer: "A." }, "question must be text"],
		[{ ...plain, answer: ["A."] }, "answer must be text"],
		[{ ...plain, answer: "a".repeat(500_001) }, "answer is longer than 500,000 characters"],
		[{ ...plain, url: "javascript:alert(1)" }, "url must be an http or https address"],
		[{ ...plain, askedOn: "29.2.2020" }, "askedOn must be a day written as YYYY-MM-DD"],
		[{ ...plain, askedOn: 2020 }, "askedOn must be a day written as YYYY-MM-DD"],
		[{ ...plain, repliedOn: "2021/02/29" }, "repliedOn must be a day written as YYYY-MM-DD"],
		[{ ...plain, topics: [1] }, "topics must be a list of short texts"],
		[{ ...plain, lang: "english please" }, "lang must be a language code such as en"],
		[{ ...plain, id: {} }, "id must be text or a number"],
		[["a"], "(whole record) must be an object with a question and an answer"],
		[null, "(whole record) must be an object with a question and an answer"],
		["text", "(whole record) must be an object with a question and an answer"],
	])("with a fault names the field and the reason: %j", (record, fault) => {
		expect(faultOf(record)).toBe(fault);
	});
});

describe("an answer as the product exports it", () => {
	const exported = { ...answerOf(plain), id: "kept-id", caution: "Kept.", wording: "summary" as const };

	it("stays as it is", () => {
		expect(answerOf(exported)).toEqual(exported);
	});

	it("is a fault where it does not fit the schema", () => {
		expect(faultOf({ ...exported, replies: [] })).toMatch(/^replies /);
		expect(faultOf({ ...exported, url: "javascript:alert(1)" })).toBe("url must be an http or https address");
		expect(faultOf({ ...exported, extra: 1 })).toMatch(/^\(whole record\) .*extra/);
	});
});

describe("ids", () => {
	it("fit the schema whatever they are made from, and differ where the texts do", () => {
		const texts = [
			"A_1",
			"A 1 é",
			"A 1 è",
			"質問",
			"問題",
			"__proto__",
			"-",
			"…",
			"x".repeat(500),
			`${"x".repeat(500)}y`,
			...Array.from({ length: 30 }, (_, more) => `é ${more} ${"y".repeat(107)}`),
		];
		const ids = texts.map(answerIdFrom);
		for (const id of ids) expect(answerIdSchema.safeParse(id).success).toBe(true);
		expect(new Set(ids).size).toBe(texts.length);
	});

	it("fit the schema from any text, however long its words are", () => {
		const word = fc.tuple(fc.constantFrom("x", "é", "7"), fc.integer({ min: 1, max: 130 }));
		const text = fc.array(
			word.map(([letter, length]) => letter.repeat(length)),
			{ maxLength: 5 },
		);

		fc.assert(
			fc.property(
				fc.oneof(
					text.map((words) => words.join(" ")),
					fc.string({ unit: "binary" }),
				),
				(given) => {
					expect(answerIdSchema.safeParse(answerIdFrom(given)).success).toBe(true);
				},
			),
			{ numRuns: 300 },
		);
	});

	it("are the same for the same question and answer, and only for these", () => {
		expect(answerIdOf("a", "b")).toBe(answerIdOf("a", "b"));
		expect(answerIdOf("a", "b")).not.toBe(answerIdOf("ab", ""));
		expect(answerIdSchema.safeParse(answerIdOf("a", "b")).success).toBe(true);
	});

	it("are known again with the place where they were met first", () => {
		const register = new IdRegister();
		expect(register.claim("a", { file: 19_999, place: 4_000_000_000 })).toBeUndefined();
		expect(register.claim("b", { file: 0, place: 1 })).toBeUndefined();
		expect(register.claim("a", { file: 0, place: 2 })).toEqual({ file: 19_999, place: 4_000_000_000 });
	});

	it("have no two hashes alike among 200,000 that differ in a digit", () => {
		const hashes = Array.from({ length: 200_000 }, (_, index) => hashOf(`example-${index}`));
		expect(new Set(hashes).size).toBe(200_000);
		for (const hash of hashes) expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
	});
});
