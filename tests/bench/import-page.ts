import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { SymptomSummary } from "../../data/schema";
import { short } from "./figures";
import type { Findings } from "./findings";
import { AnswerGenerator } from "./generated-answers";
import { pause, RawBrowser, type Session } from "./raw-browser";

const COUNT = 50_000;
const QUICK = 0.1;

/** From here on a task is long: the browser's own limit, https://w3c.github.io/longtasks/. */
const LONG_TASK_MS = 50;

/** The page is let be before and after, in milliseconds: its own first drawing is not what is measured. */
const SETTLE_MS = 3_000;

interface ImportBench {
	extension: string;
	/** Where the file that is imported may be put. */
	folder: string;
	symptoms: readonly SymptomSummary[];
	isQuick: boolean;
}

/** How the library page behaves while it shows the progress of an import: long tasks, and the drawing of frames. */
export async function benchImportPage(
	{ extension, folder, symptoms, isQuick }: ImportBench,
	findings: Findings,
): Promise<void> {
	const count = COUNT * (isQuick ? QUICK : 1);
	const file = join(folder, "generated.jsonl");
	await finished(Readable.from(linesOf(new AnswerGenerator(symptoms), count)).pipe(createWriteStream(file)));
	const browser = new RawBrowser();
	try {
		const id = await browser.install(extension);
		const page = await browser.openTab(`chrome-extension://${id}/library.html#packs`);
		await pause(SETTLE_MS);
		await watchTasks(page);
		await pause(SETTLE_MS);
		const idle = await tasksSeen(page);

		const started = performance.now();
		await pickFile(page, file);
		while (!(await page.evaluate(() => document.body.innerText.includes("is ready:")))) await pause(200);
		const seconds = (performance.now() - started) / 1_000;
		const busy = await tasksSeen(page);
		findings.table(
			`The library page while it imports ${count} answers, ${seconds.toFixed(1)} s`,
			["", "importing", "idle before", "aim"],
			[
				[`tasks of more than ${LONG_TASK_MS} ms`, `${busy.long.length}`, `${idle.long.length}`, "0"],
				["the longest of them, ms", longest(busy.long), longest(idle.long), ""],
				["longest time between two frames, ms", short(busy.frame), short(idle.frame), ""],
			],
		);
		findings.ratio({
			what: "longest time between two frames, while answers are imported",
			peer: "the same page before",
			ours: busy.frame,
			theirs: idle.frame,
			unit: "ms",
		});
	} finally {
		await browser.close();
	}
}

function* linesOf(generator: AnswerGenerator, count: number): Generator<string> {
	for (const answers of generator.batches(count, 500)) {
		for (const { id, title, question, replies } of answers) {
			yield `${JSON.stringify({ id, question: `${title}\n${question.text}`, answer: replies[0]?.text })}\n`;
		}
	}
}

interface Seen {
	/** Long tasks since the last look, in milliseconds. */
	long: number[];
	/** Longest time between two frames since then, in milliseconds. */
	frame: number;
}

async function watchTasks(page: Session): Promise<void> {
	await page.evaluate(() => {
		const seen: Seen = { long: [], frame: 0 };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.long.push(duration);
		}).observe({ type: "longtask" });
		let last = performance.now();
		const draw = (now: number) => {
			seen.frame = Math.max(seen.frame, now - last);
			last = now;
			requestAnimationFrame(draw);
		};
		requestAnimationFrame(draw);
	});
}

/** What was seen since the last look. */
async function tasksSeen(page: Session): Promise<Seen> {
	return page.evaluate(() => {
		const { seen } = window as unknown as { seen: Seen };
		const taken = { ...seen };
		Object.assign(seen, { long: [], frame: 0 });
		return taken;
	});
}

async function pickFile(page: Session, file: string): Promise<void> {
	const { root } = await page.send<{ root: { nodeId: number } }>("DOM.getDocument");
	const { nodeId } = await page.send<{ nodeId: number }>("DOM.querySelector", {
		nodeId: root.nodeId,
		selector: 'input[type="file"]',
	});
	await page.send("DOM.setFileInputFiles", { nodeId, files: [file] });
}

function longest(tasks: readonly number[]): string {
	return tasks.length === 0 ? "-" : short(Math.max(...tasks));
}
