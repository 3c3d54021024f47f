import { BookPlus } from "lucide-react";
import { i18n } from "#i18n";

/** Takes the question on the page that is open into the library. */
export function CaptureButton({
	onCapture,
	disabledReason,
}: {
	onCapture: () => void;
	disabledReason?: string | undefined;
}) {
	return (
		<p>
			<button type="button" disabled={disabledReason !== undefined} onClick={onCapture}>
				<BookPlus size={16} aria-hidden /> {i18n.t("capture.offer")}
			</button>{" "}
			{disabledReason && <span className="answer-label">{disabledReason}</span>}
		</p>
	);
}
