import { useId } from "react";
import "./settings.css";

/** A setting of which one of a few possibilities holds. */
export function ChoiceSetting<T extends string>({
	title,
	note,
	options,
	value,
	onChoose,
}: {
	title: string;
	note?: string | undefined;
	options: { value: T; label: string }[];
	value: T;
	onChoose: (value: T) => void;
}) {
	const name = useId();
	return (
		<fieldset className="setting" aria-describedby={note ? `${name}-note` : undefined}>
			<legend>{title}</legend>
			{note && (
				<p id={`${name}-note`} className="quiet">
					{note}
				</p>
			)}
			{options.map((option) => (
				<label key={option.value}>
					<input
						type="radio"
						name={name}
						value={option.value}
						checked={option.value === value}
						onChange={() => onChoose(option.value)}
					/>
					{option.label}
				</label>
			))}
		</fieldset>
	);
}
