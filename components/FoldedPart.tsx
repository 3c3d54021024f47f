import { createContext, type ReactNode, useContext, useState } from "react";

/** Which kinds of parts the reader has last opened or closed, and whom to tell of the next. */
export interface Folding {
	parts: Record<string, boolean>;
	onFold: (kind: string, isOpen: boolean) => void;
}

/** Without it, parts open as they are made and nothing is remembered. */
export const FoldingContext = createContext<Folding | undefined>(undefined);

/**
 * A part of a card that folds. It begins as the reader left the last one of its kind; one that is on show stays as it
 * is when another of its kind is opened.
 */
export function FoldedPart({
	kind,
	title,
	isOpenAtFirst = false,
	className,
	children,
}: {
	kind: string;
	title: ReactNode;
	isOpenAtFirst?: boolean;
	className?: string;
	children: ReactNode;
}) {
	const folding = useContext(FoldingContext);
	const [isOpen, setOpen] = useState(folding?.parts[kind] ?? isOpenAtFirst);
	return (
		<details
			className={className}
			open={isOpen}
			onToggle={({ currentTarget }) => {
				// It also tells of the state it was made with, which nobody has chosen.
				if (currentTarget.open === isOpen) return;
				setOpen(currentTarget.open);
				folding?.onFold(kind, currentTarget.open);
			}}
		>
			<summary>{title}</summary>
			{children}
		</details>
	);
}
