/** Longest name that is shown, in characters. The end says more than the beginning. */
const LONGEST_LABEL = 200;

/** Control characters, and those that turn the direction of the text around them (Unicode TR36, section 2.11). */
const MISLEADING_CHARACTERS = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A file's path as it may be shown: a label, never a place to write to. Without drive,
 * leading slash, `..` and characters that hide what the name is.
 */
export function fileLabel(path: string): string {
	const segments = path
		.replace(MISLEADING_CHARACTERS, "\ufffd")
		.replaceAll("\\", "/")
		.split("/")
		.filter((segment) => !/^(\s*|\.{1,2}|[A-Za-z]:)$/.test(segment));
	const label = segments.join("/");
	if (label === "") return "(no name)";
	return label.length > LONGEST_LABEL ? `\u2026${label.slice(-LONGEST_LABEL).toWellFormed()}` : label;
}

/** Whether a file was put there by a system rather than a person: macOS adds a `._` file for every file of a zip. */
export function isSystemFile(path: string): boolean {
	const name = path.split(/[\\/]/).at(-1) ?? "";
	return name.startsWith(".") || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}
