import type { Reply } from "../../data/schema";
import { cleanLine } from "./clean-text";
import { withoutTitle } from "./doctor-lines";
import { isA, type Thing, textIn, textsOf, thingsOf, typeName } from "./thing";

type Replier = Pick<Reply, "doctor" | "specialty" | "hospital">;

const DOCTOR_NAME =
	/^(?:dr|doctor|prof|professor)\b|[, ](?:m\.?d|d\.?o|mbbs|mbchb|ph\.?d|frc[a-z]*|mrc[a-z]*|facp|faan)\b\.?/i;
const DOCTOR_JOB = /\b(?:doctor|physician|surgeon|gp|consultant|paediatrician|pediatrician|psychiatrist|\w+ologist)\b/i;
const SPECIALTY_JOB = /\b(?:\w+ologist|surgeon|paediatrician|pediatrician|psychiatrist)\b/i;
const INSTITUTIONS = [
	"Organization",
	"MedicalOrganization",
	"Hospital",
	"MedicalClinic",
	"GovernmentOrganization",
	"NGO",
	"CollegeOrUniversity",
	"NewsMediaOrganization",
	"Corporation",
	"MedicalBusiness",
];

/**
 * Who answered. A person counts as a doctor only where the page says so (title, degree,
 * job, specialty, type); the name of anybody else is a user name and is left out.
 */
export function readReplier(people: Thing[], markup: (thing: Thing, text: string) => string): Replier {
	for (const person of people) {
		const name = cleanLine(markup(person, textIn(person, "name")));
		if (name === "") continue;
		if (isA(person, ...INSTITUTIONS)) return { doctor: null, specialty: specialtyOf(person), hospital: name };
		if (!isDoctor(person, name)) continue;
		const employer = textIn(person, "hospitalAffiliation", "worksFor", "affiliation", "memberOf");
		return {
			doctor: withoutTitle(name),
			specialty: specialtyOf(person),
			hospital: cleanLine(markup(person, employer)) || null,
		};
	}
	return { doctor: null, specialty: null, hospital: null };
}

function isDoctor(person: Thing, name: string): boolean {
	return (
		isA(person, "Physician", "IndividualPhysician") ||
		DOCTOR_NAME.test(name) ||
		DOCTOR_NAME.test(textIn(person, "honorificPrefix")) ||
		DOCTOR_NAME.test(`, ${textIn(person, "honorificSuffix")}`) ||
		textsOf(person, "medicalSpecialty").length > 0 ||
		textsOf(person, "jobTitle").some((job) => DOCTOR_JOB.test(job))
	);
}

function specialtyOf(person: Thing): string | null {
	const specialty = textIn(person, "medicalSpecialty") || thingsOf(person, "medicalSpecialty")[0]?.types[0] || "";
	const job = textIn(person, "jobTitle");
	return (
		cleanLine(/^https?:/.test(specialty) ? typeName(specialty) : specialty) || (SPECIALTY_JOB.test(job) ? job : null)
	);
}
