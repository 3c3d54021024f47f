/** Most elements to remember: a page with more empty boxes than this is not waiting for that many shadow roots. */
const MOST_CANDIDATES = 2_000;

/**
 * Elements that may yet get a shadow root. Attaching one changes nothing that a
 * mutation observer could see, so likely hosts are remembered and asked again:
 * custom elements, and boxes that were empty when they were read.
 */
export class LateShadowRoots {
	readonly #candidates = new Set<Element>();

	/** Remembers an element that was read and had no shadow root, if it looks like a host. */
	note(element: Element): void {
		const isLikely = element.tagName.includes("-") || element.firstChild === null;
		if (isLikely && element.shadowRoot === null && this.#candidates.size < MOST_CANDIDATES)
			this.#candidates.add(element);
	}

	/** The shadow roots attached since the elements were noted; each is returned once. */
	takeAttached(): ShadowRoot[] {
		const attached: ShadowRoot[] = [];
		for (const element of this.#candidates) {
			if (element.shadowRoot) attached.push(element.shadowRoot);
			if (element.shadowRoot || !element.isConnected) this.#candidates.delete(element);
		}
		return attached;
	}
}
