import { renderToStaticMarkup } from "react-dom/server";

/** One bar of a plot. */
export interface Bar {
	label: string;
	value: number;
	/** False for what ours is compared with. */
	isOurs: boolean;
	/** The most that the value may be. */
	aim?: number;
}

/** Values of one kind below each other; less is better. */
export interface Plot {
	/** Name of its file, without the ending. */
	file: string;
	title: string;
	unit: string;
	/** For values of which some are many times the others: they are dots then, because a bar would need a zero to begin at. */
	isLogarithmic?: boolean;
	/** A line through all bars. */
	reference?: { value: number; label: string };
	bars: Bar[];
}

const WIDTH = 760;
const MARGIN = 16;
/** Where the bars begin from above, lower where a label is over them. */
const TOP = 64;
const TOP_UNDER_LABEL = 80;
/** How far apart the bars are: a label stands above each, so that it may be long. */
const ROW = 34;
/** Room for a value behind the longest bar, and for one between a bar and its aim. */
const VALUE_WIDTH = 60;

/** Its own light ground, because a picture in a page does not know whether the page is dark. */
const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1f2328; stroke: #fff; stroke-width: 4px; paint-order: stroke }
.title { font-size: 16px; font-weight: 600 }
.faint { fill: #59636e; font-size: 12px }
.ground { fill: #fff; stroke: #d1d9e0 }
.grid { stroke: #d1d9e0 }
.reference { stroke: #59636e; stroke-dasharray: 4 3 }
.ours { fill: #0a6b7c }
.peer { fill: #9aa4af }
.aim { stroke: #b3470b; stroke-width: 2.5 }
`;

/** The plot as an SVG file. Bars without a value are left out. */
export function barPlot(plot: Plot): string {
	return `${renderToStaticMarkup(<BarPlot plot={plot} />)}\n`;
}

function BarPlot({ plot }: { plot: Plot }) {
	const bars = plot.bars.filter(({ value }) => Number.isFinite(value));
	const { x, lines } = scaleOf(plot, bars);
	const top = plot.reference ? TOP_UNDER_LABEL : TOP;
	const bottom = top + bars.length * ROW;
	const height = bottom + 48;
	return (
		<svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img">
			<title>{plot.title}</title>
			<style>{STYLE}</style>
			<rect className="ground" x={0.5} y={0.5} width={WIDTH - 1} height={height - 1} rx={6} />
			<text className="title" x={MARGIN} y={28}>
				{plot.title}
			</text>
			<text className="faint" x={MARGIN} y={48}>
				{`${plot.unit}; less is better${plot.isLogarithmic ? "; each line is ten times the one before" : ""}`}
			</text>
			{lines.map((value, index) => (
				<g key={value}>
					<line className="grid" x1={x(value)} x2={x(value)} y1={top - 8} y2={bottom} />
					<text className="faint" x={x(value)} y={bottom + 16} textAnchor={index === 0 ? "start" : "middle"}>
						{figure(value)}
					</text>
				</g>
			))}
			{plot.reference && (
				<g>
					<line
						className="reference"
						x1={x(plot.reference.value)}
						x2={x(plot.reference.value)}
						y1={top - 8}
						y2={bottom}
					/>
					<text className="faint" x={x(plot.reference.value)} y={top - 12} textAnchor="middle">
						{plot.reference.label}
					</text>
				</g>
			)}
			{bars.map((bar, index) => (
				<Row
					key={bar.label + String(index)}
					bar={bar}
					y={top + index * ROW}
					x={x}
					isDot={plot.isLogarithmic === true}
				/>
			))}
			<Legend bars={bars} y={bottom + 38} />
		</svg>
	);
}

function Row({ bar, y, x, isDot }: { bar: Bar; y: number; x: (value: number) => number; isDot: boolean }) {
	const kind = bar.isOurs ? "ours" : "peer";
	const middle = y + 22;
	const end = x(bar.value);
	const aim = bar.aim === undefined ? undefined : x(bar.aim);
	const isAimInTheWay = aim !== undefined && aim > end && aim < end + VALUE_WIDTH;
	return (
		<g>
			<text x={MARGIN} y={y + 12}>
				{bar.label}
			</text>
			{isDot ? (
				<circle className={kind} cx={end} cy={middle} r={5.5} />
			) : (
				<rect className={kind} x={MARGIN} y={middle - 5} width={Math.max(1, end - MARGIN)} height={10} />
			)}
			{aim !== undefined && <line className="aim" x1={aim} x2={aim} y1={middle - 8} y2={middle + 8} />}
			<text className="faint" x={(isAimInTheWay ? aim : end) + 10} y={middle + 4}>
				{figure(bar.value)}
			</text>
		</g>
	);
}

function Legend({ bars, y }: { bars: Bar[]; y: number }) {
	const entries = [
		{ kind: "ours", text: "Symptom Lens", isShown: bars.some(({ isOurs }) => isOurs) },
		{ kind: "peer", text: "what it is compared with", isShown: bars.some(({ isOurs }) => !isOurs) },
		{ kind: "aim", text: "aim: at most", isShown: bars.some(({ aim }) => aim !== undefined) },
	].filter(({ isShown }) => isShown);
	return entries.map(({ kind, text }, index) => {
		const x = MARGIN + index * 190;
		return (
			<g key={kind}>
				{kind === "aim" ? (
					<line className="aim" x1={x + 5} x2={x + 5} y1={y - 11} y2={y + 1} />
				) : (
					<rect className={kind} x={x} y={y - 10} width={10} height={10} />
				)}
				<text className="faint" x={x + 16} y={y}>
					{text}
				</text>
			</g>
		);
	});
}

/** Where a value stands, and which values get a line. */
function scaleOf({ isLogarithmic, reference }: Plot, bars: Bar[]): { x: (value: number) => number; lines: number[] } {
	const values = bars.flatMap(({ value, aim }) => (aim === undefined ? [value] : [value, aim]));
	if (reference) values.push(reference.value);
	const room = WIDTH - 2 * MARGIN - VALUE_WIDTH;
	if (!isLogarithmic) {
		const most = Math.max(...values, Number.MIN_VALUE);
		return { x: (value) => MARGIN + (value / most) * room, lines: [] };
	}
	const powers = values.filter((value) => value > 0).map(Math.log10);
	const from = Math.floor(Math.min(...powers));
	const to = Math.max(from + 1, Math.ceil(Math.max(...powers)));
	const x = (value: number) => MARGIN + ((Math.max(Math.log10(value), from) - from) / (to - from)) * room;
	return { x, lines: Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)) };
}

/** Two digits that count, or all before the point. */
function figure(value: number): string {
	return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}
