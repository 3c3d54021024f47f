import { type FormEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import type { EpisodeDraft } from "../lib/messaging/protocol";
import { fieldOfMoment, momentOfField } from "./diary-days";
import { LONGEST_MINUTES, LONGEST_NOTE, LONGEST_PLACE } from "./record-limits";
import "./diary.css";

/** What the reader fills in; of which symptom is known. */
export type EpisodeFields = Omit<EpisodeDraft, "symptomId">;

export interface DiaryFormProps {
	/** What is done here, for those who hear the form. */
	label: string;
	/** What stands in the form: an episode to change, or nothing yet but the time. */
	fields: EpisodeFields;
	/** Keeps it; resolves to words for the reader if that failed. */
	onSave: (fields: EpisodeFields) => Promise<string | undefined>;
	onCancel: () => void;
}

const STRENGTHS = [1, 2, 3, 4, 5] as const;

/** The fields of a new episode: it began at this moment, and nothing else is said. */
export function newEpisode(now: number): EpisodeFields {
	return { at: now, minutes: null, place: "", strength: null, note: "" };
}

/** Where an episode is logged or changed. Everything but the time may stay empty. */
export function DiaryForm({ label, fields, onSave, onCancel }: DiaryFormProps) {
	const id = useId();
	const [failure, setFailure] = useState<string>();
	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setFailure(await onSave(fieldsOf(new FormData(event.currentTarget), fields)));
	};
	return (
		<form className="diary-form" aria-label={label} onSubmit={(event) => void submit(event)}>
			{failure && <p role="alert">{failure}</p>}
			<div className="diary-actions">
				<button type="submit" data-keeps="" className="primary">
					{i18n.t("diary.save")}
				</button>
				<button type="button" onClick={onCancel}>
					{i18n.t("diary.cancel")}
				</button>
			</div>
			<div className="diary-fields">
				<label htmlFor={`${id}-at`}>
					{i18n.t("diary.began")}
					<input id={`${id}-at`} name="at" type="datetime-local" required defaultValue={fieldOfMoment(fields.at)} />
				</label>
				<label htmlFor={`${id}-minutes`}>
					{i18n.t("diary.lasted")}
					<input
						id={`${id}-minutes`}
						name="minutes"
						type="number"
						min={0}
						max={LONGEST_MINUTES}
						step={1}
						defaultValue={fields.minutes ?? ""}
					/>
				</label>
				<label htmlFor={`${id}-place`}>
					{i18n.t("diary.place")}
					<input
						id={`${id}-place`}
						name="place"
						dir="auto"
						maxLength={LONGEST_PLACE}
						autoComplete="off"
						defaultValue={fields.place}
					/>
				</label>
			</div>
			<fieldset>
				<legend>{i18n.t("diary.strength")}</legend>
				<label>
					<input type="radio" name="strength" value="" defaultChecked={fields.strength === null} />
					{i18n.t("diary.notStated")}
				</label>
				{STRENGTHS.map((strength) => (
					<label key={strength}>
						<input type="radio" name="strength" value={strength} defaultChecked={fields.strength === strength} />
						{i18n.t(`diary.strength${strength}`)}
					</label>
				))}
			</fieldset>
			<label htmlFor={`${id}-note`}>
				{i18n.t("diary.note")}
				<textarea
					id={`${id}-note`}
					name="note"
					dir="auto"
					rows={2}
					maxLength={LONGEST_NOTE}
					defaultValue={fields.note}
				/>
			</label>
		</form>
	);
}

function fieldsOf(form: FormData, before: EpisodeFields): EpisodeFields {
	const text = (name: string) => String(form.get(name) ?? "");
	const minutes = text("minutes");
	const at = text("at");
	return {
		// The field knows no seconds: what was not touched stays as exact as it was.
		at: at === fieldOfMoment(before.at) ? before.at : (momentOfField(at) ?? before.at),
		minutes: minutes === "" ? null : Math.round(Number(minutes)),
		place: text("place").trim(),
		strength: STRENGTHS.find((strength) => String(strength) === text("strength")) ?? null,
		note: text("note").trim(),
	};
}
