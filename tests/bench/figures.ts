/** The middle of the figures; of an even number, the upper of the two. */
export function median(figures: number[]): number {
	return quantile(figures, 0.5);
}

/** The figure that 95 % stay below; with few samples, the largest. */
export function p95(figures: number[]): number {
	return quantile(figures, 0.95);
}

function quantile(figures: number[], share: number): number {
	const sorted = [...figures].sort((first, second) => first - second);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Prints rows under a heading, in columns as wide as their widest cell; all columns but the first are figures. */
export function printTable(title: string, head: string[], rows: string[][]): void {
	const lines = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	const format = (line: string[]) =>
		line
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join("  ");
	console.log(`\n${title}\n${lines.map(format).join("\n")}`);
}

/** A figure with one digit behind the point below 10, none above. */
export function short(figure: number): string {
	return figure.toFixed(Math.abs(figure) < 10 ? 1 : 0);
}
