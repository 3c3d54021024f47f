import { X } from "lucide-react";
import { i18n } from "#i18n";

/** Says what was just done and offers to undo it, until the next thing is done or the reader closes it. */
export function UndoBar({
	done,
	onUndo,
	onClose,
}: {
	/** What was done, in words; undefined when there is nothing to undo. */
	done: string | undefined;
	onUndo: () => void;
	onClose: () => void;
}) {
	return (
		<div role="status" className="undo">
			{done !== undefined && (
				<>
					<span dir="auto">{done}</span>
					<span className="undo-actions">
						<button type="button" onClick={onUndo}>
							{i18n.t("save.undo")}
						</button>
						<button type="button" aria-label={i18n.t("personal.close")} onClick={onClose}>
							<X size={15} aria-hidden />
						</button>
					</span>
				</>
			)}
		</div>
	);
}
