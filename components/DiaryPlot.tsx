import { useId } from "react";
import { i18n } from "#i18n";
import type { DiaryEpisode } from "../lib/messaging/protocol";
import { whenOf } from "./diary-words";
import { dayOf, formatDayOf } from "./format-day";

/** Sizes of a plot in its own units; it is as wide as there is room. */
const WIDTH = 360;
const HEIGHT = 110;
const LEFT = 34;
const EDGE = 12;

export interface DiaryPlotProps {
	title: string;
	episodes: readonly DiaryEpisode[];
	/** What is drawn of an episode; null leaves it out. */
	drawn: (episode: DiaryEpisode) => number | null;
	/** The lowest and highest value of the scale, with their words. */
	scale: { low: number; high: number; lowLabel: string; highLabel: string };
}

/** One value over time, a dot for each episode that has it. Drawn as logged: no line, no average. */
export function DiaryPlot({ title, episodes, drawn, scale }: DiaryPlotProps) {
	const id = useId();
	const points = episodes.flatMap((episode) => {
		const value = drawn(episode);
		return value === null ? [] : [{ id: episode.id, at: episode.at, value }];
	});
	const times = points.map(({ at }) => at);
	const [from, to] = [Math.min(...times), Math.max(...times)];
	if (points.length === 0) return null;
	const x = (at: number) =>
		from === to ? (LEFT + WIDTH) / 2 : LEFT + EDGE + ((at - from) / (to - from)) * (WIDTH - LEFT - 2 * EDGE);
	const y = (value: number) =>
		HEIGHT - EDGE - ((value - scale.low) / (scale.high - scale.low || 1)) * (HEIGHT - 2 * EDGE);
	// Of one day, only the time tells the ends apart.
	const isOneDay = dayOf(from) === dayOf(to);
	const label = (moment: number) => (isOneDay && from !== to ? whenOf({ at: moment }) : formatDayOf(moment));
	return (
		<figure className="diary-plot">
			<figcaption>{title}</figcaption>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
				<title id={`${id}-title`}>{title}</title>
				<desc id={`${id}-desc`}>{i18n.t("diary.plotDescription", points.length)}</desc>
				{[scale.low, scale.high].map((value) => (
					<line key={value} x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
				))}
				<text x={0} y={y(scale.high) + 5}>
					{scale.highLabel}
				</text>
				<text x={0} y={y(scale.low) + 5}>
					{scale.lowLabel}
				</text>
				{points.map((point) => (
					<circle key={point.id} cx={x(point.at)} cy={y(point.value)} r={5} />
				))}
			</svg>
			<p className="diary-plot-range">
				<span>{label(from)}</span>
				{from !== to && <span>{label(to)}</span>}
			</p>
		</figure>
	);
}
