/** "12 kB", "1.3 MB": what so many bytes are, roughly; a character of English takes a byte. */
export function formatBytes(bytes: number): string {
	const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
	return new Intl.NumberFormat(undefined, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
		value,
	);
}
