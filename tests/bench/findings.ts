import type { Plot } from "../../scripts/bar-plot";
import { printTable } from "./figures";

/** Rows under a heading; all columns but the first are figures. */
export interface Table {
	title: string;
	head: string[];
	rows: string[][];
}

/** One figure of ours beside the same of a peer. Of everything that is measured here, less is better. */
export interface Ratio {
	what: string;
	/** What `theirs` is the figure of. */
	peer: string;
	ours: number;
	theirs: number;
	unit: string;
	/** The most that ours may be, in times of theirs. */
	aim?: number;
}

/** Something for the reader of the report, in the order in which it was measured. */
export type Entry = { table: Table } | { note: string } | { plot: Plot };

/** What one part of the bench measured: tables and notes are printed as they come, and all is kept for the report. */
export class Findings {
	readonly entries: Entry[] = [];
	readonly ratios: Ratio[] = [];

	table(title: string, head: string[], rows: string[][]): void {
		printTable(title, head, rows);
		this.entries.push({ table: { title, head, rows } });
	}

	/** A sentence about what was measured; it names no path of this machine, because the report is kept. */
	note(sentence: string): void {
		console.log(sentence);
		this.entries.push({ note: sentence });
	}

	/** For the table of all ratios, at the top of the report. */
	ratio(ratio: Ratio): void {
		const { what, peer, ours, theirs, aim } = ratio;
		console.log(`${what}: ${timesOf(ours / theirs)} x ${peer}${aim === undefined ? "" : ` (aim: at most ${aim})`}`);
		this.ratios.push(ratio);
	}

	plot(plot: Plot): void {
		this.entries.push({ plot });
	}
}

/** How many times as much, to be read at a glance: "2.31", "46", and "1/250" for what is far less. */
export function timesOf(ratio: number): string {
	if (ratio < 0.1) return `1/${(1 / ratio).toFixed(0)}`;
	return ratio.toFixed(ratio < 10 ? 2 : 0);
}
