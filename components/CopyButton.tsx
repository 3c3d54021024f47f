import { Copy } from "lucide-react";
import { createContext, useContext } from "react";
import { i18n } from "#i18n";

/** Puts a text on the clipboard and says so. Without it, nothing offers to be copied. */
export const CopyingContext = createContext<((text: string) => void) | undefined>(undefined);

/** Copies a part of the card as plain text. */
export function CopyButton({ what, text }: { what: string; text: () => string }) {
	const copy = useContext(CopyingContext);
	if (!copy) return null;
	const name = i18n.t("copy.part", [what]);
	return (
		<button type="button" className="plain copy" aria-label={name} title={name} onClick={() => copy(text())}>
			<Copy size={16} aria-hidden />
		</button>
	);
}
