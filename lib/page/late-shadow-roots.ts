/** Most elements to remember: a page with more empty boxes than this is not waiting for that many shadow roots. */
const MOST_CANDIDATES = 2_000;

/** The elements, apart from custom ones, that may have a shadow root: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const POSSIBLE_HOSTS = new Set(
	"article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/**
 * Elements that may yet get a shadow root. Attaching one changes nothing that a
 * mutation observer could see, so likely hosts are remembered and asked again:
 * custom elements, and boxes that were empty when they were read.
 */
export class LateShadowRoots {
	readonly #candidates = new Set<Element>();

	/** Remembers an element that was read and had no shadow root, if it looks like a host. */
	note(element: Element): void {
		const isEmptyBox = element.firstChild === null && POSSIBLE_HOSTS.has(element.localName);
		const isLikely = element.localName.includes("-") || isEmptyBox;
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
