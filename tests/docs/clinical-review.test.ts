import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../data/read-content";
import { type Statement, type Symptom, statementsOf, type Urgency } from "../../data/schema";
import { projectFolder, readProjectFile } from "./linked-files";

const page = readProjectFile("docs/clinical-review.md");
const { symptoms } = readContent(join(projectFolder, "data"));

const idsOf = (chosen: Symptom[]) => chosen.map(({ id }) => id).sort();

/** The symptoms that a line of the page lists; `line` captures them. */
const listedIn = (line: RegExp) => line.exec(page)?.[1]?.split(", ");

/** Whether these statements of a symptom are there and rest on grade C alone. */
function areWeak(symptom: Symptom, statements: Statement[]): boolean {
	const grades = new Map(symptom.sources.map(({ id, grade }) => [id, grade]));
	return statements.length > 0 && statements.every(({ sources }) => sources.every((id) => grades.get(id) === "C"));
}

const signsOf = ({ redFlags, whenToSeekCare }: Symptom, urgency: Urgency) =>
	[...redFlags, ...whenToSeekCare].filter((sign) => sign.urgency === urgency);

const isWhollyWeak = (symptom: Symptom) =>
	areWeak(
		symptom,
		statementsOf(symptom).map(({ statement }) => statement),
	);
const others = symptoms.filter((symptom) => !isWhollyWeak(symptom));
const weakSigns = (urgency: Urgency) => others.filter((symptom) => areWeak(symptom, signsOf(symptom, urgency)));

describe("the open points for a clinician list", () => {
	it.each([
		["every statement", symptoms.filter(isWhollyWeak)],
		["all emergency signs", weakSigns("emergency")],
		[
			"some emergency signs",
			others.filter((symptom) => {
				const signs = signsOf(symptom, "emergency");
				return !areWeak(symptom, signs) && signs.some((sign) => areWeak(symptom, [sign]));
			}),
		],
		["all same-day signs", weakSigns("same-day")],
	])("the symptoms of which grade C alone carries %s", (what, chosen) => {
		expect(chosen).not.toEqual([]);
		expect(listedIn(new RegExp(`^\\| ${what} \\| (.+) \\|$`, "m"))).toEqual(idsOf(chosen));
	});

	it("the symptoms whose cards say nothing on when to see a doctor", () => {
		const silent = symptoms.filter(({ redFlags, whenToSeekCare }) => redFlags.length + whenToSeekCare.length === 0);

		expect(listedIn(/^\| (.+) \| nothing on when to see a doctor \|/m)).toEqual(idsOf(silent));
	});
});
