/** An id that nothing else has. Not `crypto.randomUUID`, which a card on a page without encryption lacks in Firefox. */
export function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
