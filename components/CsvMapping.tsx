import { type FormEvent, useId } from "react";
import { i18n } from "#i18n";
import type { CsvColumns } from "../lib/import/read-import";
import "./packs.css";

const FIELDS = [
	"question",
	"answer",
	"id",
	"doctor",
	"specialty",
	"hospital",
	"site",
	"source",
	"url",
	"askedOn",
	"repliedOn",
	"topics",
	"background",
	"lang",
	"symptoms",
] as const satisfies readonly (keyof CsvColumns)[];

export interface CsvMappingProps {
	columns: string[];
	/** The first rows of the table. */
	rows: string[][];
	suggested: CsvColumns;
	onStart: (columns: CsvColumns) => void;
	onCancel: () => void;
}

/** Lets the reader say which column of a table holds what, with its first rows to look at. */
export function CsvMapping({ columns, rows, suggested, onStart, onCancel }: CsvMappingProps) {
	const id = useId();
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const chosen = new FormData(event.currentTarget);
		const entries = FIELDS.map((field) => [field, String(chosen.get(field) ?? "")] as const);
		onStart(Object.fromEntries(entries.filter(([, column]) => column !== "")));
	};
	return (
		<form className="import-report" onSubmit={submit} aria-label={i18n.t("importing.columns")}>
			<h3>{i18n.t("importing.columns")}</h3>
			<div className="csv-rows">
				<table>
					<thead>
						<tr>
							{columns.map((column) => (
								<th key={column} dir="auto">
									{column}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr key={row.join("\u0000")}>
								{columns.map((column, place) => (
									<td key={column} dir="auto">
										{row[place]}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<div className="csv-fields">
				{FIELDS.map((field) => (
					<label key={field} htmlFor={`${id}-${field}`}>
						{i18n.t(`importing.field.${field}`)}
						<select
							id={`${id}-${field}`}
							name={field}
							defaultValue={suggested[field] ?? ""}
							required={field === "question" || field === "answer"}
						>
							<option value="">{i18n.t("importing.noColumn")}</option>
							{columns.map((column) => (
								<option key={column} value={column}>
									{column}
								</option>
							))}
						</select>
					</label>
				))}
			</div>
			<div className="pack-actions">
				<button type="submit" className="primary">
					{i18n.t("importing.start")}
				</button>
				<button type="button" onClick={onCancel}>
					{i18n.t("importing.cancel")}
				</button>
			</div>
		</form>
	);
}
