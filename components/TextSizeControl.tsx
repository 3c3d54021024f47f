import { AArrowDown, AArrowUp } from "lucide-react";
import { useId } from "react";
import { i18n } from "#i18n";
import "./text-size.css";

export interface TextSizing<Size extends string = string> {
	sizes: readonly Size[];
	size: Size;
	onSize(size: Size): void;
}

/** Makes the text smaller or larger, step by step. At either end the button stays, so that the focus is not lost. */
export function TextSizeControl<Size extends string>({ sizes, size, onSize }: TextSizing<Size>) {
	const labelId = useId();
	const at = sizes.indexOf(size);
	const step = (by: number) => {
		const next = sizes[at + by];
		if (next) onSize(next);
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line in every browser
		<div className="text-size" role="group" aria-labelledby={labelId}>
			<span id={labelId}>{i18n.t("textSize.label")}</span>
			<button type="button" aria-label={i18n.t("textSize.smaller")} aria-disabled={at === 0} onClick={() => step(-1)}>
				<AArrowDown size={18} aria-hidden />
			</button>
			<output>{i18n.t("textSize.step", [String(at + 1), String(sizes.length)])}</output>
			<button
				type="button"
				aria-label={i18n.t("textSize.larger")}
				aria-disabled={at === sizes.length - 1}
				onClick={() => step(1)}
			>
				<AArrowUp size={18} aria-hidden />
			</button>
		</div>
	);
}
