// @vitest-environment happy-dom
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_QUESTIONS } from "../../lib/capture/capture-limits";
import { capturePage } from "../../lib/capture/capture-page";
import { problemsOf } from "../../lib/capture/problems-of";
import { captureText, parse } from "./capture-fixture";

const jsonLd = (json: string) => `<script type="application/ld+json">${json}</script>`;
const marked = (given: object) => jsonLd(JSON.stringify({ "@type": "Question", name: "Q", ...given }));
const HALF_PAIR = "\ud83d";

/** In milliseconds; each of these pages takes less than a tenth of it. */
const SOON = 5_000;

describe("a hostile page", () => {
	it("cannot put markup or scripts into a text", () => {
		const text = "<p>Rest.</p><script>alert(1)</script><img src=x onerror=alert(1)><style>p{}</style>";
		const [draft] = captureText(marked({ acceptedAnswer: { text } }).replace("</script><img", "<\\/script><img"));

		expect(draft?.record.replies.map((reply) => reply.text)).toEqual(["Rest."]);
	});

	it("cannot bring in an address that runs", () => {
		const [draft] = captureText(marked({ url: "javascript:alert(1)", acceptedAnswer: { text: "Rest." } }), {
			url: "javascript:alert(1)",
		});

		expect(draft?.record.url).toBeNull();
		expect(JSON.stringify(draft)).not.toContain("javascript:");
	});

	it("cannot hide its text in 100,000 nested elements", { timeout: 4 * SOON }, () => {
		const html = `<h1>Q</h1>${"<div>".repeat(100_000)}<h2>Dr. Example reply</h2><p>Deep.</p>`;
		const start = performance.now();

		const [draft] = captureText(html, { title: "Q" });

		expect(draft?.record.replies[0]?.text).toBe("Deep.");
		expect(performance.now() - start).toBeLessThan(SOON);
	});

	it("cannot fill the form with 5,000 questions", { timeout: 4 * SOON }, () => {
		const questions = Array.from({ length: 5_000 }, (_, number) => ({
			"@type": "Question",
			name: `Question ${number}`,
			acceptedAnswer: { "@type": "Answer", text: `<p>Reply ${number}</p>` },
		}));
		const start = performance.now();

		const drafts = captureText(jsonLd(JSON.stringify({ "@type": "FAQPage", mainEntity: questions })));

		expect(drafts).toHaveLength(MOST_QUESTIONS);
		expect(drafts[49]?.record.replies[0]?.text).toBe("Reply 49");
		expect(performance.now() - start).toBeLessThan(SOON);
	});

	it("cannot reach prototypes by its keys", () => {
		const json =
			'{"@type":"Question","name":"Q","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},' +
			'"acceptedAnswer":{"@type":"__proto__","text":"Rest.","author":{"__proto__":{"name":"Dr. Example"}}}}';

		const [draft] = captureText(jsonLd(json));

		expect(draft?.record.replies).toEqual([
			{ doctor: null, specialty: null, hospital: null, repliedOn: null, text: "Rest." },
		]);
		expect("polluted" in {}).toBe(false);
	});

	it("cannot leave half a surrogate pair, or characters that turn or hide the text", () => {
		const text = `Rest ${HALF_PAIR} well.\u202e\u200b\u0000`;
		const [draft] = captureText(marked({ acceptedAnswer: { text } }));

		expect(draft?.record.replies[0]?.text).toBe("Rest \ufffd well.");
		expect(captureText("", { title: text })[0]?.record.title).toBe("Rest \ufffd well.");
	});

	it("cannot lead the reader in circles by things that hold each other", () => {
		const json =
			'{"@graph":[{"@id":"a","@type":"Question","name":"Q","acceptedAnswer":{"@id":"b"}},' +
			'{"@id":"b","@type":"Answer","text":"Rest.","acceptedAnswer":{"@id":"a"},"author":{"@id":"b"}}]}';

		expect(captureText(jsonLd(json))[0]?.record.replies[0]?.text).toBe("Rest.");
	});

	it.each([
		["deeper than can be read", "[".repeat(100_000) + "]".repeat(100_000)],
		["nested without end", `${'{"@type":"Question","mainEntity":'.repeat(5_000)}1${"}".repeat(5_000)}`],
		["no object", '"text"'],
		["null", "null"],
		["broken", '{"@type":"Question",'],
		["of wrong kinds", '{"@type":[1,{}],"name":{"a":[]},"@id":5,"acceptedAnswer":[null,7,["x"]]}'],
	])("is left with JSON-LD that is %s", (_what, json) => {
		expect(captureText(jsonLd(json)).map(({ layout }) => layout)).toEqual(["none"]);
	});

	it("cannot keep the rest of a block from being read by nesting its beginning", () => {
		const deep = "[".repeat(50_000) + "]".repeat(50_000);
		const json = `[${deep},{"@type":"Question","name":"Q","acceptedAnswer":{"text":"Rest."}}]`;

		expect(captureText(jsonLd(json))[0]?.record.replies[0]?.text).toBe("Rest.");
	});

	it("cannot stand in for the document's own methods by the names of its elements", () => {
		const html = "<form><h1>Q</h1><h2>Dr. Example reply</h2><p>Rest.</p></form>";
		// What `<img name="createTreeWalker">` and `<input name="localName">` do in a browser, happy-dom does not.
		const parseNamed = (text: string) => {
			const document = parse(text);
			Object.defineProperty(document, "createTreeWalker", { value: document.body });
			const form = document.querySelector("form");
			for (const name of ["localName", "getAttribute"]) Object.defineProperty(form, name, { value: document.body });
			return document;
		};

		const [draft] = capturePage({ html, url: "", title: "Q", selection: null, capturedAt: 0 }, parseNamed);

		expect(draft?.record.replies[0]?.text).toBe("Rest.");
	});
});

describe("any page at all", () => {
	const word = fc.constantFrom(
		"Dr. Example reply Neurology",
		"Reply Date: 2021/13/45",
		"B, 20~29 year old female. Ask Date: 2021/01/24",
		"Similar Q&amp;A",
		"Related FAQ",
		"More Info",
		"[Read More] x",
		"Rest.",
		HALF_PAIR,
	);
	const tag = fc.constantFrom(
		"h1",
		"h2",
		"p",
		"div",
		"li",
		"section",
		"nav",
		"form",
		"a",
		"script",
		"br",
		"table",
		"td",
	);
	const piece = fc.oneof(
		word,
		tag.map((name) => `<${name}>`),
		tag.map((name) => `</${name}>`),
		fc.string({ maxLength: 8 }),
		fc.webUrl().map((url) => `<link rel=canonical href="${url}">`),
		fc.constantFrom(
			'<div itemscope itemtype="https://schema.org/Question">',
			'<p itemprop="acceptedAnswer name text">',
			'<script type="application/ld+json">{"@type":"Question","name":"Q","text":"a…"}</script>',
			'<link rel=canonical href="javascript:alert(1)">',
		),
	);
	const address = fc.oneof(fc.webUrl(), fc.string({ maxLength: 20 }), fc.constant("javascript:alert(1)"));

	it("gives at least one draft with a web address or none, of which the form can say what is missing", () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 25 }), address, fc.option(fc.string()), (pieces, url, selection) => {
				const drafts = captureText(pieces.join(""), { url, title: "T", selection, capturedAt: Number.NaN });

				expect(drafts.length).toBeGreaterThan(0);
				for (const { record } of drafts) {
					expect(record.url === null || /^https?:\/\//.test(record.url)).toBe(true);
					const fields = problemsOf(record).map(({ field }) => field);
					expect(fields.filter((field) => !/^(?:site|question\.text|replies)$/.test(field))).toEqual([]);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
