import { useId } from "react";
import { i18n } from "#i18n";
import type { Answer, Reply } from "../data/schema";
import type { CaptureDraft } from "../lib/capture/capture-page";
import type { RecordProblem } from "../lib/capture/problems-of";
import "./capture-form.css";

type CapturedRecord = CaptureDraft["record"];

export interface CaptureFormProps {
	record: CapturedRecord;
	/** What keeps the record from being kept; shown beside its fields. */
	problems: readonly RecordProblem[];
	onChange: (record: CapturedRecord) => void;
	onKeep: () => void;
	onCancel: () => void;
}

const NO_REPLY: Reply = { doctor: null, specialty: null, hospital: null, repliedOn: null, text: "" };

/** The record that was read off a page, to be checked and mended before it is kept. */
export function CaptureForm({ record, problems, onChange, onKeep, onCancel }: CaptureFormProps) {
	const { question, replies } = record;
	const change = (changed: Partial<CapturedRecord>) => onChange({ ...record, ...changed });
	const changeQuestion = (changed: Partial<Answer["question"]>) => change({ question: { ...question, ...changed } });
	const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.reason;
	return (
		<form
			className="capture-form"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				onKeep();
			}}
		>
			<p className="capture-source">
				{i18n.t("capture.from", [record.site])}{" "}
				{record.url && (
					<a href={record.url} target="_blank" rel="noreferrer">
						{record.url}
					</a>
				)}
				<br />
				{record.completenessNote}
			</p>
			<Field
				label={i18n.t("capture.title")}
				value={record.title}
				problem={problemOf("title")}
				onChange={(title) => change({ title })}
			/>
			<Field
				type="long"
				label={i18n.t("capture.question")}
				value={question.text}
				problem={problemOf("question.text")}
				onChange={(text) => changeQuestion({ text })}
			/>
			<div className="capture-row">
				<Field
					label={i18n.t("capture.askedOn")}
					type="date"
					value={question.askedOn ?? ""}
					problem={problemOf("question.askedOn")}
					onChange={(askedOn) => changeQuestion({ askedOn })}
				/>
				<Field
					label={i18n.t("capture.askerAge")}
					value={question.askerAge ?? ""}
					problem={problemOf("question.askerAge")}
					onChange={(askerAge) => changeQuestion({ askerAge })}
				/>
				<label>
					{i18n.t("capture.askerSex")}
					<select
						value={question.askerSex ?? ""}
						onChange={({ target }) =>
							changeQuestion({ askerSex: target.value === "female" || target.value === "male" ? target.value : null })
						}
					>
						<option value="">{i18n.t("capture.notStated")}</option>
						<option value="female">{i18n.t("answers.female")}</option>
						<option value="male">{i18n.t("answers.male")}</option>
					</select>
				</label>
			</div>
			{replies.map((reply, place) => (
				<ReplyFields
					// biome-ignore lint/suspicious/noArrayIndexKey: a reply has no id, and its every word may change under the reader's hands
					key={place}
					reply={reply}
					place={place}
					problemOf={problemOf}
					onChange={(changed) => change({ replies: replies.with(place, changed) })}
					onLeaveOut={
						replies.length > 1 ? () => change({ replies: replies.filter((_, other) => other !== place) }) : undefined
					}
				/>
			))}
			<button type="button" className="capture-single" onClick={() => change({ replies: [...replies, NO_REPLY] })}>
				{i18n.t("capture.addReply")}
			</button>
			{problemOf("replies") && <Problem reason={i18n.t("capture.noReply")} />}
			<Field
				type="long"
				label={i18n.t("capture.background")}
				value={record.background ?? ""}
				problem={problemOf("background")}
				onChange={(background) => change({ background })}
			/>
			<Entries
				heading={i18n.t("capture.similar")}
				entries={record.similar.map(({ title, doctor, specialty }) => ({
					name: title,
					text: [title, doctor && i18n.t("answers.doctor", [doctor]), specialty].filter(Boolean).join(" · "),
				}))}
				onLeaveOut={(place) => change({ similar: record.similar.filter((_, other) => other !== place) })}
			/>
			<Entries
				heading={i18n.t("capture.relatedTopics")}
				entries={record.relatedTopics.map((topic) => ({ name: topic, text: topic }))}
				onLeaveOut={(place) => change({ relatedTopics: record.relatedTopics.filter((_, other) => other !== place) })}
			/>
			{problems.length > 0 && <p role="alert">{i18n.t("capture.missing")}</p>}
			<div className="capture-actions">
				<button type="submit" className="primary">
					{i18n.t("capture.keep")}
				</button>
				<button type="button" onClick={onCancel}>
					{i18n.t("capture.cancel")}
				</button>
			</div>
		</form>
	);
}

function ReplyFields({
	reply,
	place,
	problemOf,
	onChange,
	onLeaveOut,
}: {
	reply: Reply;
	place: number;
	problemOf: (field: string) => string | undefined;
	onChange: (reply: Reply) => void;
	onLeaveOut: (() => void) | undefined;
}) {
	const field = (name: Exclude<keyof Reply, "text">, label: string, type?: FieldType) => (
		<Field
			label={label}
			type={type}
			value={reply[name] ?? ""}
			problem={problemOf(`replies[${place}].${name}`)}
			onChange={(value) => onChange({ ...reply, [name]: value })}
		/>
	);
	return (
		<fieldset>
			<legend>{i18n.t("capture.reply", [String(place + 1)])}</legend>
			<div className="capture-row">
				{field("doctor", i18n.t("capture.doctor"))}
				{field("specialty", i18n.t("capture.specialty"))}
				{field("hospital", i18n.t("capture.hospital"))}
				{field("repliedOn", i18n.t("capture.repliedOn"), "date")}
			</div>
			<Field
				type="long"
				label={i18n.t("capture.replyText")}
				value={reply.text}
				problem={problemOf(`replies[${place}].text`)}
				onChange={(text) => onChange({ ...reply, text })}
			/>
			{onLeaveOut && (
				<button type="button" className="capture-single" onClick={onLeaveOut}>
					{i18n.t("capture.removeReply")}
				</button>
			)}
		</fieldset>
	);
}

type FieldType = "text" | "date" | "long";

interface FieldProps {
	type?: FieldType | undefined;
	label: string;
	value: string;
	problem: string | undefined;
	onChange: (value: string) => void;
}

function Field({ label, value, problem, onChange, type = "text" }: FieldProps) {
	const id = useId();
	const props = {
		id,
		dir: "auto",
		value,
		"aria-invalid": problem !== undefined,
		"aria-describedby": problem && `${id}-problem`,
		onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
	};
	return (
		<div className="capture-field">
			<label htmlFor={id}>{label}</label>
			{type === "long" ? <textarea {...props} /> : <input type={type} {...props} />}
			{problem && <Problem id={`${id}-problem`} reason={problem} />}
		</div>
	);
}

function Problem({ id, reason }: { id?: string; reason: string }) {
	return (
		<p id={id} className="capture-problem">
			{reason}
		</p>
	);
}

function Entries({
	heading,
	entries,
	onLeaveOut,
}: {
	heading: string;
	entries: readonly { name: string; text: string }[];
	onLeaveOut: (place: number) => void;
}) {
	if (entries.length === 0) return null;
	return (
		<fieldset>
			<legend>{heading}</legend>
			<ul>
				{entries.map(({ name, text }, place) => (
					<li key={name}>
						<span dir="auto">{text}</span>
						<button type="button" aria-label={i18n.t("capture.leaveOut", [name])} onClick={() => onLeaveOut(place)}>
							×
						</button>
					</li>
				))}
			</ul>
		</fieldset>
	);
}
