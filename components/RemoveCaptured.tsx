import { Trash2 } from "lucide-react";
import { i18n } from "#i18n";
import { TwoStepButton } from "./TwoStepButton";

/** Takes an answer that was kept from a page out of the library, after asking: it cannot be brought back. */
export function RemoveCaptured({ onRemove }: { onRemove: () => void }) {
	return (
		<TwoStepButton
			label={i18n.t("capture.remove")}
			icon={<Trash2 size={15} aria-hidden />}
			question={i18n.t("capture.removeQuestion")}
			yes={i18n.t("capture.removeYes")}
			no={i18n.t("packs.removeNo")}
			onConfirm={onRemove}
		/>
	);
}
