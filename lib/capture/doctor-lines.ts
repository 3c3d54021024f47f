import { LONGEST_META_LINE } from "./capture-limits";
import { printedDay } from "./printed-day";

/** Who a line says replied. */
export interface DoctorLine {
	/** Without "Dr."; null under a bare heading "Reply". */
	doctor: string | null;
	specialty: string | null;
}

const TITLE = String.raw`(?:Dr|Doctor|Prof|Professor)\.?(?: Dr\.?)?`;
const NAME_FIRST = new RegExp(
	String.raw`^${TITLE} (\p{Lu}[^:,;!?]{0,60}?),? (?:reply|replies|replied|answers?|answered|responds|responded)\b[:,]?(?: (?:in|from|for|on) )?(.*)$`,
	"u",
);
const DOCTOR_LAST = new RegExp(
	String.raw`^(?:reply|replied|answer|answered|response) (?:by|from):? ${TITLE} (\p{Lu}[^:,;!?()]{0,60})(?:[,(](.*?)\)?)?$`,
	"iu",
);
const BARE_REPLY =
	/^(?:the )?(?:doctor['’]?s?|expert|specialist) (?:reply|answer|response):?$|^(?:reply|answer|response):?$/i;
const REPLY_DATE =
	/(?:\b(?:reply|answer|response) date|\bdate of (?:reply|answer|response)|\b(?:replied|answered)(?: on)?|\bdate (?:replied|answered))[: ]+/i;
const SPECIALTY = /^\p{Lu}[\p{L}\p{M} &/()'’-]{1,60}$/u;

/** Reads "Dr. Example reply Neurology", "Answered by Dr. Example, Neurology" or "Doctor's reply"; null for other lines. */
export function readDoctorLine(line: string): DoctorLine | null {
	if (line.length > LONGEST_META_LINE) return null;
	const date = REPLY_DATE.exec(line);
	const who = (date && date.index > 0 && /\d/.test(line.slice(date.index)) ? line.slice(0, date.index) : line)
		.trim()
		.replace(/[,;·|–-]$/, "")
		.trim();
	if (BARE_REPLY.test(who)) return { doctor: null, specialty: null };
	const found = NAME_FIRST.exec(who) ?? DOCTOR_LAST.exec(who);
	if (!found?.[1] || /\d/.test(found[1])) return null;
	const rest = (found[2] ?? "").trim();
	if (rest !== "" && !SPECIALTY.test(rest)) return null;
	return { doctor: found[1].trim(), specialty: rest === "" ? null : rest };
}

/** The rest of a line that is about when the reply was given: its day, or null where that cannot be told. Undefined for other lines. */
export function readReplyDate(line: string): string | null | undefined {
	if (line.length > LONGEST_META_LINE) return undefined;
	const label = REPLY_DATE.exec(line);
	if (!label || !/^\d|^\p{L}{3,9},? \d|^\p{L}{3,9},? \p{L}/u.test(line.slice(label.index + label[0].length)))
		return undefined;
	const day = printedDay(line.slice(label.index + label[0].length));
	// "I answered 3 of them" is prose: without a whole day only a label with its colon counts.
	return day !== null || (/date/i.test(label[0]) && label.index === 0) ? day : undefined;
}

/** The name without the title before it. */
export function withoutTitle(name: string): string {
	return name.trim().replace(new RegExp(`^${TITLE} (?=\\S)`, "i"), "");
}

const PLACE = String.raw`\p{Lu}[\p{L}\p{M}'’.&-]*(?: (?:\p{Lu}[\p{L}\p{M}'’.&-]*|of|the|for|and|de|&)){0,8}`;
const HOSPITAL = new RegExp(
	String.raw`^(?=.*\b(?:Hospitals?|Clinics?|Polyclinic|Infirmary|Medical Cent(?:er|re)|Health Cent(?:er|re)|Health System)\b)${PLACE}$`,
	"u",
);
const HOSPITAL_LABEL = /^(?:hospital|clinic|institution|affiliation)\s?:\s?(\S.{1,100})$/i;

/** The hospital of a line that gives nothing else ("Hospital: Example Hospital", "Example Hospital"), or null. */
export function readHospitalLine(line: string): string | null {
	const named = HOSPITAL_LABEL.exec(line)?.[1];
	if (named) return named.trim();
	return line.length <= LONGEST_META_LINE && HOSPITAL.test(line) ? line : null;
}

/**
 * The hospital in the doctor's signature: "Example, Department of Neurology, Example Hospital, cares about you."
 * A hospital that the reply merely mentions is none: the line has to name the doctor or a department.
 */
export function readSignedHospital(line: string, doctor: string | null): string | null {
	if (line.length > LONGEST_META_LINE) return null;
	const isSigned = (doctor !== null && line.includes(doctor)) || /\bDepartment of \p{Lu}/u.test(line);
	if (!isSigned) return null;
	const places = line
		.split(/[,;|·]|\. ?$/)
		.map((part) => part.trim())
		.filter((part) => HOSPITAL.test(part));
	return places.length === 1 ? (places[0] ?? null) : null;
}
