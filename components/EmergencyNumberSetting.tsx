import { type FormEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import "./emergency-number-setting.css";

export interface EmergencyNumberSettingProps {
	/** The number that is set; empty if none. */
	number: string;
	/** Numbers that can be chosen with one press; each has its region in the messages. */
	known: readonly ("112" | "911" | "999" | "119")[];
	onSet: (number: string) => void;
}

/** Lets the reader set the number that cards name in an emergency. */
export function EmergencyNumberSetting({ number, known, onSet }: EmergencyNumberSettingProps) {
	const id = useId();
	const isKnown = number === "" || known.some((one) => one === number);
	const [isTyping, setTyping] = useState(false);
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		onSet(String(new FormData(event.currentTarget).get("number") ?? ""));
		setTyping(false);
	};
	const isOther = isTyping || !isKnown;
	return (
		<section className="emergency-number">
			<label htmlFor={id}>{i18n.t("emergencyNumber.label")}</label>
			<select
				id={id}
				value={isOther ? "other" : number}
				onChange={({ target }) => {
					setTyping(target.value === "other");
					if (target.value !== "other") onSet(target.value);
				}}
			>
				<option value="">{i18n.t("emergencyNumber.none")}</option>
				{known.map((one) => (
					<option key={one} value={one}>
						{i18n.t(`emergencyNumber.region${one}`)}
					</option>
				))}
				<option value="other">{i18n.t("emergencyNumber.other")}</option>
			</select>
			{isOther && (
				<form onSubmit={submit}>
					<label htmlFor={`${id}-number`}>{i18n.t("emergencyNumber.number")}</label>
					<input
						id={`${id}-number`}
						name="number"
						key={number}
						defaultValue={isKnown ? "" : number}
						inputMode="numeric"
						pattern="[0-9 \-]{2,6}"
						required
						maxLength={6}
						autoComplete="off"
					/>
					<button type="submit" className="primary">
						{i18n.t("emergencyNumber.keep")}
					</button>
				</form>
			)}
			<p>{number ? i18n.t("emergencyNumber.set", [number]) : i18n.t("emergencyNumber.unset")}</p>
		</section>
	);
}
