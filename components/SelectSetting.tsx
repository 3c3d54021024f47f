import { useId } from "react";
import "./settings.css";

/** A setting that is one of a row of numbers, each with its words. */
export function SelectSetting({
	title,
	note,
	options,
	value,
	onChoose,
}: {
	title: string;
	note?: string | undefined;
	options: { value: number; label: string }[];
	value: number;
	onChoose: (value: number) => void;
}) {
	const id = useId();
	return (
		<div className="setting">
			<label htmlFor={id} className="setting-title">
				{title}
			</label>
			{note && (
				<p id={`${id}-note`} className="quiet">
					{note}
				</p>
			)}
			<select
				id={id}
				aria-describedby={note ? `${id}-note` : undefined}
				value={value}
				onChange={({ target }) => onChoose(Number(target.value))}
			>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</div>
	);
}
