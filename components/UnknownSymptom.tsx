import { ArrowLeft } from "lucide-react";
import { i18n } from "#i18n";
import "./symptom-card.css";

/** Stands where the card of a symptom would, if this version has none, and leads back to where the reader came from. */
export function UnknownSymptom({ onBack }: { onBack?: (() => void) | undefined }) {
	return (
		<div className="symptom-unknown">
			{onBack && (
				<button type="button" className="plain" onClick={onBack} aria-label={i18n.t("card.back")}>
					<ArrowLeft size={18} aria-hidden />
				</button>
			)}
			<p role="alert">{i18n.t("card.unknown")}</p>
		</div>
	);
}
