import { AIMED_GRADE, HIGHEST_GRADE } from "./reading-grade";

/** How many symptoms read at which grade: bars half a grade wide, lines at the aim and the limit. */
export function GradePlot({ grades }: { grades: number[] }) {
	const from = Math.min(0, Math.floor(Math.min(...grades)));
	const to = Math.max(HIGHEST_GRADE + 1, Math.ceil(Math.max(...grades)));
	const bars = Array.from({ length: (to - from) * 2 }, (_, index) => {
		const start = from + index / 2;
		return { start, count: grades.filter((grade) => grade >= start && grade < start + 0.5).length };
	});
	const highest = Math.max(...bars.map(({ count }) => count), 1);
	const [width, height] = [720, 220];
	const x = (grade: number) => 30 + ((grade - from) / (to - from)) * (width - 40);
	const y = (count: number) => height - 30 - (count / highest) * (height - 50);
	return (
		<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Number of symptoms at each reading grade">
			{bars.map(({ start, count }) => (
				<g key={start}>
					<rect x={x(start) + 1} y={y(count)} width={x(start + 0.5) - x(start) - 2} height={y(0) - y(count)} />
					{count > 0 && (
						<text x={x(start + 0.25)} y={y(count) - 4}>
							{count}
						</text>
					)}
				</g>
			))}
			{Array.from({ length: to - from + 1 }, (_, index) => from + index).map((grade) => (
				<text key={grade} x={x(grade)} y={height - 12}>
					{grade}
				</text>
			))}
			{[AIMED_GRADE, HIGHEST_GRADE].map((grade) => (
				<line key={grade} x1={x(grade)} x2={x(grade)} y1={10} y2={y(0)} />
			))}
		</svg>
	);
}
