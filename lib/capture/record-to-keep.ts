import type { AnswerId } from "../../data/schema";
import type { CaptureDraft } from "./capture-page";

type CapturedRecord = CaptureDraft["record"];

/** Stands in the note of a record whose texts are no longer as printed. */
const EDITED = "Its text was changed before it was kept.";

/**
 * The record as the reader left the form, ready to be checked: texts trimmed, empty fields null, empty entries
 * left out, and a note where a text is no longer as printed.
 */
export function recordToKeep(draft: CapturedRecord, edited: CapturedRecord): CapturedRecord {
	const record = {
		...edited,
		title: edited.title.trim(),
		question: {
			...edited.question,
			text: edited.question.text.trim(),
			askerAge: orNull(edited.question.askerAge),
			askedOn: orNull(edited.question.askedOn),
		},
		replies: edited.replies.map(({ doctor, specialty, hospital, repliedOn, text }) => ({
			doctor: orNull(doctor),
			specialty: orNull(specialty),
			hospital: orNull(hospital),
			repliedOn: orNull(repliedOn),
			text: text.trim(),
		})),
		background: orNull(edited.background),
	};
	if (textsOf(record).every((text) => textsOf(draft).includes(text))) return record;
	return { ...record, complete: false, completenessNote: `${draft.completenessNote} ${EDITED}` };
}

/**
 * An id that is the same whenever the same question is captured from the same page, however the reader edits it:
 * keeping it again replaces it. From SHA-256 of the draft's address, question and first reply.
 */
export async function capturedIdOf({ url, question, replies }: CapturedRecord): Promise<AnswerId> {
	const identity = JSON.stringify([url, question.text, replies[0]?.text]);
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(identity));
	const hex = Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
	return `captured-${hex}` as AnswerId;
}

function orNull(text: string | null): string | null {
	return text?.trim() || null;
}

/** What somebody said, in their words; names, dates and lists beside it are not. */
function textsOf({ question, replies, background }: CapturedRecord): string[] {
	return [question.text, ...replies.map(({ text }) => text), background ?? ""];
}
