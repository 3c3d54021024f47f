/**
 * Puts a text on the clipboard. True if it is there. To be called while a press is handled. A frame in a web page may
 * not use `navigator.clipboard` unless the page allows it, but the old command works in both browsers.
 */
export function copyText(text: string): boolean {
	const focused = document.activeElement;
	const field = document.createElement("textarea");
	field.value = text;
	field.readOnly = true;
	field.className = "visually-hidden";
	document.body.append(field);
	field.select();
	try {
		return document.execCommand("copy");
	} catch {
		return false;
	} finally {
		field.remove();
		if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
	}
}
