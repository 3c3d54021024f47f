import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describeProblems, readContent } from "../data/read-content";
import { type ContentFigures, contentFigures, type Listed, SOURCE_AGES } from "./content-figures";
import { contentProblems } from "./content-problems";
import { GradePlot } from "./grade-plot";
import { AIMED_GRADE, HIGHEST_GRADE } from "./reading-grade";

const GRADES_TO_SHOW = 20;

/** What `npm run report:content` does: writes one page that opens without a network. Returns its exit code. */
export function writeContentReport(dataFolder: string, path: string, today: string): number {
	const content = readContent(dataFolder);
	const problems = contentProblems(dataFolder, today);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, contentReport(contentFigures(content, today), describeProblems(problems)));
	console.log(`The report lies in ${path}.`);
	return 0;
}

/** What the command calls: the project's content, today. */
export function reportContent(): number {
	const today = new Date().toISOString().slice(0, 10);
	return writeContentReport(
		join(import.meta.dirname, "../data"),
		join(import.meta.dirname, "../reports/content.html"),
		today,
	);
}

/** The page as HTML text, with its style and plots inside. `problems`: lines of `check:content`, empty if there are none. */
function contentReport(figures: ContentFigures, problems: string): string {
	return `<!doctype html>\n${renderToStaticMarkup(<Report figures={figures} problems={problems} />)}\n`;
}

function Report({ figures, problems }: { figures: ContentFigures; problems: string }) {
	const median = figures.grades[figures.grades.length >> 1]?.grade ?? 0;
	return (
		<html lang="en">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>{`Content of Symptom Lens, ${figures.today}`}</title>
				<style>{STYLE}</style>
			</head>
			<body>
				<h1>Content of Symptom Lens</h1>
				<p>As it stands on {figures.today}. For the clinician who edits it.</p>
				<dl className="totals">
					<Total name="symptoms" value={figures.symptoms} />
					<Total name="statements, each with its source" value={figures.statements} />
					<Total name="answers" value={figures.answers} />
					<Total name="emergencies that lead a card" value={figures.emergencies} />
					<Total name="signed by a clinician" value={figures.signedByClinician} />
				</dl>
				<section>
					<h2>What the checks say</h2>
					{problems === "" ? <p>No mistakes.</p> : <pre>{problems}</pre>}
				</section>
				<section>
					<h2>Coverage by body system</h2>
					<p>How many symptoms have each part, and a sign in each tier of urgency.</p>
					<CoverageTable figures={figures} />
				</section>
				<section>
					<h2>Reading grades</h2>
					<p>
						Flesch-Kincaid, the symptom's own words left out. Median {median.toFixed(1)}, highest{" "}
						{(figures.grades[0]?.grade ?? 0).toFixed(1)}; the aim is {AIMED_GRADE}, the limit {HIGHEST_GRADE}.
					</p>
					<GradePlot grades={figures.grades.map(({ grade }) => grade)} />
					<h3>The hardest to read</h3>
					<List
						items={figures.grades
							.slice(0, GRADES_TO_SHOW)
							.map(({ grade, ...one }) => ({ ...one, detail: `${grade.toFixed(1)}, ${one.detail}` }))}
					/>
				</section>
				<section>
					<h2>Sources by grade and age</h2>
					<p>Each address once. A: public body; B: hospital, charity; C: other; D: copy of an A text.</p>
					<SourceTable sources={figures.sources} />
				</section>
				<Listing title="Due for review" items={figures.due} none="Nothing is due within 90 days." />
				<Listing title="Without an explanation" items={figures.withoutExplanation} none="None." />
				<Listing title="Without red flags" items={figures.withoutRedFlags} none="None." />
				<Listing title="Without answers" items={figures.withoutAnswers} none="None." />
				<Listing title="On sources of grade C alone" items={figures.onWeakSources} none="None." />
				<Listing
					title="Emergencies whose urgency no source states in so many words"
					items={figures.inferredEmergencies}
					none="None."
				/>
			</body>
		</html>
	);
}

function Total({ name, value }: { name: string; value: number }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}

function CoverageTable({ figures: { coverage } }: { figures: ContentFigures }) {
	const columns = [
		["symptoms", "symptoms"],
		["explained", "explained"],
		["usuallyHarmless", "“usually harmless?”"],
		["triggers", "triggers"],
		["selfCare", "what helps"],
		["emergency", "emergency sign"],
		["sameDay", "same-day sign"],
		["soon", "soon sign"],
		["tests", "appointment"],
		["doctors", "doctor's answer"],
		["institutions", "institution's answer"],
	] as const;
	return (
		<div className="wide">
			<table>
				<thead>
					<tr>
						<th scope="col">body system</th>
						{columns.map(([key, title]) => (
							<th scope="col" key={key}>
								{title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{coverage.map((row) => (
						<tr key={row.bodySystem}>
							<th scope="row">{row.bodySystem}</th>
							{columns.map(([key]) => (
								<td key={key} style={key === "symptoms" ? {} : { background: shade(row[key] / row.symptoms) }}>
									{row[key]}
								</td>
							))}
						</tr>
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">all</th>
						{columns.map(([key]) => (
							<td key={key}>{coverage.reduce((sum, row) => sum + row[key], 0)}</td>
						))}
					</tr>
				</tfoot>
			</table>
		</div>
	);
}

function shade(share: number): string {
	return `color-mix(in srgb, var(--accent) ${Math.round(share * 40)}%, transparent)`;
}

function SourceTable({ sources }: { sources: ContentFigures["sources"] }) {
	return (
		<div className="wide">
			<table>
				<thead>
					<tr>
						<th scope="col">grade</th>
						{SOURCE_AGES.map((age) => (
							<th scope="col" key={age}>
								{age}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{Object.entries(sources).map(([grade, ages]) => (
						<tr key={grade}>
							<th scope="row">{grade}</th>
							{SOURCE_AGES.map((age) => (
								<td key={age}>{ages[age]}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Listing({ title, items, none }: { title: string; items: Listed[]; none: string }) {
	return (
		<section>
			<h2>
				{title} ({items.length})
			</h2>
			{items.length === 0 ? <p>{none}</p> : <List items={items} />}
		</section>
	);
}

function List({ items }: { items: Listed[] }) {
	return (
		<ul>
			{items.map(({ id, name, detail }) => (
				<li key={id}>
					{name} <code>{id}</code> <small>{detail}</small>
				</li>
			))}
		</ul>
	);
}

const STYLE = `
:root { color-scheme: light dark; --accent: light-dark(#0b6363, #7fd6d2); --line: light-dark(#d3dddf, #3b464b); --soft: light-dark(#4a575c, #b3bfc3); }
body { max-inline-size: 1000px; margin: 0 auto; padding: 24px 16px 64px; background: light-dark(#fff, #1b2023); color: light-dark(#1c2427, #e8eeef); font: 15px/1.5 system-ui, sans-serif; }
h2 { margin-block: 40px 4px; }
p, small { color: var(--soft); }
code { font-size: 12px; color: var(--soft); }
.totals { display: flex; flex-wrap: wrap; gap: 12px 32px; }
.totals dd { margin: 0; font-size: 28px; font-weight: 600; }
.totals dt { color: var(--soft); font-size: 13px; }
.totals div { display: flex; flex-direction: column-reverse; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 8px; border-block-end: 1px solid var(--line); text-align: end; font-size: 13px; }
th { text-align: start; font-weight: 600; }
tfoot td { font-weight: 600; }
ul { columns: 3 260px; padding-inline-start: 18px; }
li { break-inside: avoid; }
svg { inline-size: 100%; max-inline-size: 720px; }
svg rect { fill: var(--accent); }
svg text { fill: currentColor; font-size: 11px; text-anchor: middle; }
svg line { stroke: currentColor; stroke-dasharray: 4 3; }
pre { white-space: pre-wrap; }
`;
