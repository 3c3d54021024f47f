import { useId, useState } from "react";
import { i18n } from "#i18n";
import type { SymptomSummary } from "../data/schema";
import "./settings.css";

/** The symptoms that the reader knows and does not want to see underlined: the list, and a search to add to it. */
export function KnownWords({
	known,
	onSearch,
	onChange,
}: {
	known: SymptomSummary[];
	/** Symptoms whose names fit what was typed, best first. */
	onSearch: (query: string) => SymptomSummary[];
	onChange: (symptom: SymptomSummary, isKnown: boolean) => void;
}) {
	const id = useId();
	const [query, setQuery] = useState("");
	const [removed, setRemoved] = useState<SymptomSummary>();
	const found = query.trim() === "" ? [] : onSearch(query).filter((one) => !known.some((other) => other.id === one.id));
	const add = (symptom: SymptomSummary) => {
		setQuery("");
		setRemoved(undefined);
		onChange(symptom, true);
	};
	const remove = (symptom: SymptomSummary) => {
		setRemoved(symptom);
		onChange(symptom, false);
	};
	return (
		<fieldset className="setting">
			<legend>{i18n.t("settings.known")}</legend>
			<p className="quiet">{i18n.t("settings.knownNote")}</p>
			{known.length === 0 ? (
				<p>{i18n.t("settings.knownNone")}</p>
			) : (
				<ul className="known-words">
					{known.map((symptom) => (
						<li key={symptom.id}>
							<span>{symptom.name}</span>
							<button
								type="button"
								aria-label={i18n.t("settings.knownRemove", [symptom.name])}
								onClick={() => remove(symptom)}
							>
								{i18n.t("settings.remove")}
							</button>
						</li>
					))}
				</ul>
			)}
			<p role="status" className="undo">
				{removed && (
					<>
						{i18n.t("settings.knownRemoved", [removed.name])}{" "}
						<button type="button" onClick={() => add(removed)}>
							{i18n.t("save.undo")}
						</button>
					</>
				)}
			</p>
			<label htmlFor={id}>{i18n.t("settings.knownSearch")}</label>
			<input
				id={id}
				type="search"
				value={query}
				maxLength={200}
				autoComplete="off"
				onChange={({ target }) => setQuery(target.value)}
			/>
			<p role="status" className="quiet">
				{query.trim() !== "" && i18n.t("settings.knownFound", found.length)}
			</p>
			<ul className="known-found">
				{found.map((symptom) => (
					<li key={symptom.id}>
						<button type="button" onClick={() => add(symptom)}>
							{i18n.t("settings.knownAdd", [symptom.name])}
						</button>
					</li>
				))}
			</ul>
		</fieldset>
	);
}
