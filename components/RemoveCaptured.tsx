import { Trash2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";

/** Takes an answer that was kept from a page out of the library, after asking: it cannot be brought back. */
export function RemoveCaptured({ onRemove }: { onRemove: () => void }) {
	const [isAsking, setAsking] = useState(false);
	if (!isAsking) {
		return (
			<button type="button" onClick={() => setAsking(true)}>
				<Trash2 size={15} aria-hidden /> {i18n.t("capture.remove")}
			</button>
		);
	}
	return (
		<>
			<span>{i18n.t("capture.removeQuestion")}</span>
			<button type="button" onClick={onRemove}>
				{i18n.t("capture.removeYes")}
			</button>
			<button type="button" className="primary" onClick={() => setAsking(false)}>
				{i18n.t("packs.removeNo")}
			</button>
		</>
	);
}
