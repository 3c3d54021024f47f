import type { Content } from "../data/read-content";
import { type Source, type Symptom, statementsOf, type Urgency, type UrgentStatement } from "../data/schema";
import { ownWordsOf } from "./content-rules";
import { readingGrade } from "./reading-grade";

/** How far the symptoms of one body system are covered: how many have each part. */
interface Coverage {
	bodySystem: string;
	symptoms: number;
	explained: number;
	usuallyHarmless: number;
	triggers: number;
	selfCare: number;
	tests: number;
	emergency: number;
	sameDay: number;
	soon: number;
	doctors: number;
	institutions: number;
}

/** A symptom in a list, with what the list is about. */
export interface Listed {
	id: string;
	name: string;
	detail: string;
}

/** What a clinician editor has to know of the content on a day. */
export interface ContentFigures {
	today: string;
	symptoms: number;
	statements: number;
	answers: number;
	emergencies: number;
	signedByClinician: number;
	coverage: Coverage[];
	/** One for each explained symptom, the highest first. */
	grades: (Listed & { grade: number })[];
	/** Grade → age → number of sources, each address once. */
	sources: Record<Source["grade"], Record<string, number>>;
	withoutExplanation: Listed[];
	withoutRedFlags: Listed[];
	withoutAnswers: Listed[];
	/** On sources of grade C alone. */
	onWeakSources: Listed[];
	/** In the order in which they are due. */
	due: Listed[];
	/** Whose urgency no source states in so many words. */
	inferredEmergencies: Listed[];
}

/** Ages of sources, the last for those that bear no date. */
export const SOURCE_AGES = ["2024 or later", "2021–2023", "2016–2020", "before 2016", "no date"] as const;

/** Due within so many days counts as due. */
const DUE_SOON_DAYS = 90;

/** Counts the content as it stands on a day (`YYYY-MM-DD`). */
export function contentFigures({ symptoms, answerFiles, emergencies }: Content, today: string): ContentFigures {
	const answers = answerFiles.flatMap((file) => file.answers);
	const answeredBy = (isDoctor: boolean) =>
		new Set<string>(
			answers
				.filter(({ replies }) => replies.some(({ doctor }) => (doctor !== null) === isDoctor))
				.flatMap((answer) => answer.symptoms),
		);
	const [byDoctors, byInstitutions] = [answeredBy(true), answeredBy(false)];
	const systems = [...new Set(symptoms.map(({ bodySystem }) => bodySystem))].sort();
	const lastDue = new Date(`${today}T00:00:00Z`);
	lastDue.setUTCDate(lastDue.getUTCDate() + DUE_SOON_DAYS);
	const isDue = ({ review }: Symptom) => review.nextCheck <= lastDue.toISOString().slice(0, 10);
	return {
		today,
		symptoms: symptoms.length,
		statements: symptoms.flatMap(statementsOf).length,
		answers: answers.length,
		emergencies: emergencies?.emergencies.length ?? 0,
		signedByClinician: symptoms.filter(({ review }) => review.clinician !== null).length,
		coverage: systems.map((bodySystem) => {
			const own = symptoms.filter((symptom) => symptom.bodySystem === bodySystem);
			const count = (has: (symptom: Symptom) => boolean) => own.filter(has).length;
			return {
				bodySystem,
				symptoms: own.length,
				explained: count(({ explanation }) => explanation !== null),
				usuallyHarmless: count(({ usuallyHarmless }) => usuallyHarmless !== null),
				triggers: count(({ triggers }) => triggers.length > 0),
				selfCare: count(({ selfCare }) => selfCare.length > 0),
				tests: count(({ tests }) => tests.length > 0),
				emergency: count((symptom) => signsOf(symptom, "emergency").length > 0),
				sameDay: count((symptom) => signsOf(symptom, "same-day").length > 0),
				soon: count((symptom) => signsOf(symptom, "soon").length > 0),
				doctors: count(({ id }) => byDoctors.has(id)),
				institutions: count(({ id }) => byInstitutions.has(id)),
			};
		}),
		grades: symptoms
			.filter((symptom) => statementsOf(symptom).length > 0)
			.map((symptom) => ({ ...listed(symptom, symptom.bodySystem), grade: gradeOf(symptom) }))
			.sort((one, other) => other.grade - one.grade),
		sources: sourcesByAge(symptoms),
		withoutExplanation: symptoms.filter(({ explanation }) => !explanation).map((one) => listed(one, one.bodySystem)),
		withoutRedFlags: symptoms
			.filter(({ redFlags }) => redFlags.length === 0)
			.map((one) =>
				listed(one, one.whenToSeekCare.length === 0 ? "says nothing on when to get help" : "says when to see a doctor"),
			),
		withoutAnswers: symptoms
			.filter(({ id }) => !byDoctors.has(id) && !byInstitutions.has(id))
			.map((one) => listed(one, one.bodySystem)),
		onWeakSources: symptoms
			.filter(({ sources }) => sources.length > 0 && sources.every(({ grade }) => grade === "C"))
			.map((one) => listed(one, `${one.sources.length} sources`)),
		due: symptoms
			.filter(isDue)
			.sort((one, other) => one.review.nextCheck.localeCompare(other.review.nextCheck))
			.map((one) =>
				listed(one, `${one.review.nextCheck < today ? "overdue since" : "due by"} ${one.review.nextCheck}`),
			),
		inferredEmergencies: (emergencies?.emergencies ?? [])
			.filter(({ basis }) => basis !== "stated")
			.map(({ id, name, basis }) => ({ id, name, detail: basis })),
	};
}

function signsOf({ redFlags, whenToSeekCare }: Symptom, urgency: Urgency): UrgentStatement[] {
	return [...redFlags, ...whenToSeekCare].filter((sign) => sign.urgency === urgency);
}

function gradeOf(symptom: Symptom): number {
	const texts = statementsOf(symptom).map(({ statement }) => statement.text);
	return readingGrade(texts, ownWordsOf(symptom)).grade;
}

function listed({ id, name }: Symptom, detail: string): Listed {
	return { id, name, detail };
}

function sourcesByAge(symptoms: Symptom[]): ContentFigures["sources"] {
	const byAddress = new Map(symptoms.flatMap(({ sources }) => sources.map((source) => [source.url, source] as const)));
	const none = () => Object.fromEntries(SOURCE_AGES.map((age) => [age, 0]));
	const counted = { A: none(), B: none(), C: none(), D: none() };
	for (const { grade, year } of byAddress.values()) {
		const age = ageOf(year);
		counted[grade][age] = (counted[grade][age] ?? 0) + 1;
	}
	return counted;
}

function ageOf(year: number | null): (typeof SOURCE_AGES)[number] {
	if (year === null) return "no date";
	if (year >= 2024) return "2024 or later";
	if (year >= 2021) return "2021–2023";
	return year >= 2016 ? "2016–2020" : "before 2016";
}
