import { renderToStaticMarkup } from "react-dom/server";
import { figureLabel, setsOf } from "./accuracy-page";
import { bestBaseline, expectationOf, type Figure, shown } from "./figure";
import { GOLD_SETS } from "./gold-sets";
import { MEASURES } from "./measures";

/** Colours on the two grounds of GitHub; each is told from the others by its shape too. */
export const PALETTES = {
	light: { ground: "#ffffff", text: "#1f2328", faint: "#d1d9e0", ours: "#0550ae", other: "#6e3b00", aim: "#59636e" },
	dark: { ground: "#0d1117", text: "#e6edf3", faint: "#3d444d", ours: "#79c0ff", other: "#f0b37e", aim: "#9198a1" },
};

type Palette = (typeof PALETTES)["light"];

const WIDTH = 860;
const LEFT = 400;
const RIGHT = 50;
const LINE = 22;
const TOP = 46;

/** The figures that are shares, one a line, as an SVG file: interval, value, best baseline, aim. */
export function accuracyPlot(figures: Figure[], palette: Palette): string {
	const isShare = ({ measure }: Figure) => measure !== "falsePerWords" && measure !== "averageScore";
	const shares = setsOf(figures).flatMap((id) => figures.filter((figure) => figure.set === id && isShare(figure)));
	return `${renderToStaticMarkup(<Plot figures={shares} palette={palette} />)}\n`;
}

const x = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT);

function Plot({ figures, palette }: { figures: Figure[]; palette: Palette }) {
	const height = TOP + figures.length * LINE + 30;
	return (
		<svg
			xmlns="http://www.w3.org/2000/svg"
			viewBox={`0 0 ${WIDTH} ${height}`}
			width={WIDTH}
			height={height}
			fontFamily="system-ui, sans-serif"
			fontSize="12"
			fill={palette.text}
		>
			<title>Accuracy, with 95 % intervals</title>
			<rect width={WIDTH} height={height} fill={palette.ground} />
			<Legend palette={palette} />
			{[0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => (
				<g key={share}>
					<line x1={x(share)} x2={x(share)} y1={TOP - 6} y2={height - 24} stroke={palette.faint} />
					<text x={x(share)} y={height - 8} textAnchor="middle">
						{share}
					</text>
				</g>
			))}
			{figures.map((figure, index) => (
				<Line key={figure.name} figure={figure} y={TOP + index * LINE + LINE / 2} palette={palette} />
			))}
		</svg>
	);
}

function Line({ figure, y, palette }: { figure: Figure; y: number; palette: Palette }) {
	const { value, interval, measure, set } = figure;
	const baseline = bestBaseline(figure)?.[1];
	const aim = expectationOf(figure).aim?.value;
	const [low, high] = interval;
	return (
		<g>
			<text x={LEFT - 12} y={y + 4} textAnchor="end">
				{`${GOLD_SETS[set].name}: ${figureLabel(figure)}${MEASURES[measure].isLessBetter ? " (less is better)" : ""}`}
			</text>
			{aim !== undefined && <Aim x={x(aim)} y={y} palette={palette} />}
			<line x1={x(low)} x2={x(high)} y1={y} y2={y} stroke={palette.ours} strokeWidth="3" strokeOpacity="0.55" />
			{baseline !== undefined && <Baseline x={x(baseline)} y={y} palette={palette} />}
			<circle cx={x(value)} cy={y} r="4.5" fill={palette.ours} />
			<text x={WIDTH - RIGHT + 10} y={y + 4} fill={palette.ours}>
				{shown(value)}
			</text>
		</g>
	);
}

function Legend({ palette }: { palette: Palette }) {
	return (
		<g>
			<line x1={LEFT} x2={LEFT + 28} y1={20} y2={20} stroke={palette.ours} strokeWidth="3" strokeOpacity="0.55" />
			<circle cx={LEFT + 14} cy={20} r="4.5" fill={palette.ours} />
			<text x={LEFT + 36} y={24}>
				ours, 95 % interval
			</text>
			<Baseline x={LEFT + 180} y={20} palette={palette} />
			<text x={LEFT + 192} y={24}>
				best baseline
			</text>
			<Aim x={LEFT + 300} y={20} palette={palette} />
			<text x={LEFT + 308} y={24}>
				aim
			</text>
		</g>
	);
}

interface MarkProps {
	x: number;
	y: number;
	palette: Palette;
}

function Aim({ x, y, palette }: MarkProps) {
	return <line x1={x} x2={x} y1={y - 8} y2={y + 8} stroke={palette.aim} strokeWidth="2" />;
}

function Baseline({ x, y, palette }: MarkProps) {
	return (
		<path d={`M ${x} ${y - 6} l 6 6 l -6 6 l -6 -6 z`} fill={palette.ground} stroke={palette.other} strokeWidth="2" />
	);
}
