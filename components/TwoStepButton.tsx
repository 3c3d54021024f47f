import { type ReactNode, useEffect, useRef, useState } from "react";
import "./two-step.css";

export interface TwoStepButtonProps {
	label: string;
	/** The label where it is read out alone, if it needs more words then. */
	name?: string;
	/** Stands before the label. */
	icon?: ReactNode;
	question: string;
	yes: string;
	no: string;
	onConfirm: () => void;
}

/** A button for what cannot be taken back: it asks first. The focus goes to the safe answer, and back afterwards. */
export function TwoStepButton({ label, name, icon, question, yes, no, onConfirm }: TwoStepButtonProps) {
	const [isAsking, setAsking] = useState(false);
	const first = useRef<HTMLButtonElement>(null);
	const safe = useRef<HTMLButtonElement>(null);
	const wasAsking = useRef(false);
	useEffect(() => {
		if (isAsking) safe.current?.focus();
		else if (wasAsking.current) first.current?.focus();
		wasAsking.current = isAsking;
	}, [isAsking]);
	if (!isAsking) {
		return (
			<button type="button" ref={first} aria-label={name} onClick={() => setAsking(true)}>
				{icon} {label}
			</button>
		);
	}
	const confirm = () => {
		setAsking(false);
		onConfirm();
	};
	return (
		<fieldset className="two-step">
			<legend>{question}</legend>
			<button type="button" onClick={confirm}>
				{yes}
			</button>{" "}
			<button type="button" className="primary" ref={safe} onClick={() => setAsking(false)}>
				{no}
			</button>
		</fieldset>
	);
}
