import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * The section that the address names after its `#`, the first one if it names none. The title of the page follows it,
 * and after a navigation the focus goes to the heading.
 */
export function useSection<T extends string>(
	names: readonly T[],
	titleOf: (name: T) => string,
): { section: T; heading: RefObject<HTMLHeadingElement | null> } {
	const named = () => names.find((name) => location.hash === `#${name}`) ?? (names[0] as T);
	const [section, setSection] = useState(named);
	const heading = useRef<HTMLHeadingElement>(null);
	const hasMoved = useRef(false);

	// biome-ignore lint/correctness/useExhaustiveDependencies: the names are the same as long as the page lives
	useEffect(() => {
		const follow = () => {
			hasMoved.current = true;
			// The section that is left stays until the file of the next one is read: no empty page flashes in between.
			startTransition(() => setSection(named()));
		};
		addEventListener("hashchange", follow);
		return () => removeEventListener("hashchange", follow);
	}, []);
	// With the section, not after it: a key pressed in between would go to where the reader was before.
	// biome-ignore lint/correctness/useExhaustiveDependencies: a title changes with its section only
	useLayoutEffect(() => {
		document.title = titleOf(section);
		if (!hasMoved.current) return;
		heading.current?.focus({ preventScroll: true });
		scrollTo({ top: 0 });
	}, [section]);
	return { section, heading };
}
