import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { ChoiceSetting } from "../../components/ChoiceSetting";
import { PauseSetting } from "../../components/PauseSetting";
import { SelectSetting } from "../../components/SelectSetting";
import type { Settings } from "../../lib/settings";
import { usePause } from "../hooks/use-pause";
import type { useSettings } from "../hooks/use-settings";

/** A setting, and the words it is found by. */
export interface Setting {
	words: string;
	view: ReactNode;
}

/** The settings of what is read, what is marked, and when a card opens. */
export function useReadingSettings(settings: Settings, change: ReturnType<typeof useSettings>[1]): Setting[] {
	const { until, pause, resume } = usePause(settings, change);
	return [
		choiceSetting({
			title: i18n.t("settings.pages"),
			words: i18n.t("settings.words.pages"),
			options: [
				{ value: "all", label: i18n.t("settings.pagesAll") },
				{ value: "health", label: i18n.t("settings.pagesHealth") },
				{ value: "asked", label: i18n.t("settings.pagesAsked") },
			],
			value: settings.pages,
			onChoose: (pages) => change({ pages }),
		}),
		{
			words: `${i18n.t("settings.pause")} ${i18n.t("popup.pause")} ${i18n.t("settings.words.pause")}`,
			view: <PauseSetting until={until} onPause={pause} onResume={resume} />,
		},
		choiceSetting({
			title: i18n.t("settings.opensOn"),
			words: i18n.t("settings.words.opensOn"),
			options: [
				{ value: "rest", label: i18n.t("settings.opensOnRest") },
				{ value: "key", label: i18n.t("settings.opensOnKey") },
				{ value: "click", label: i18n.t("settings.opensOnClick") },
			],
			value: settings.opensOn,
			onChoose: (opensOn) => change({ opensOn }),
		}),
		select({
			title: i18n.t("settings.dwell"),
			words: i18n.t("settings.words.dwell"),
			options: withCurrent(DWELLS_MS, settings.dwellMs).map((value) => ({ value, label: dwellLabel(value) })),
			value: settings.dwellMs,
			onChoose: (dwellMs) => change({ dwellMs }),
		}),
		choiceSetting({
			title: i18n.t("settings.mentions"),
			note: i18n.t("settings.mentionsNote"),
			words: i18n.t("settings.words.mentions"),
			options: [
				{ value: "all", label: i18n.t("settings.mentionsAll") },
				{ value: "first", label: i18n.t("settings.mentionsFirst") },
			],
			value: settings.mentions,
			onChoose: (mentions) => change({ mentions }),
		}),
		select({
			title: i18n.t("settings.most"),
			words: i18n.t("settings.words.most"),
			options: withCurrent(MOST_IN_PARAGRAPH, settings.mostInParagraph).map((value) => ({
				value,
				label: value === 0 ? i18n.t("settings.mostAny") : i18n.t("settings.mostOption", value),
			})),
			value: settings.mostInParagraph,
			onChoose: (mostInParagraph) => change({ mostInParagraph }),
		}),
		choiceSetting({
			title: i18n.t("settings.underline"),
			note: i18n.t("settings.underlineNote"),
			words: i18n.t("settings.words.underline"),
			options: [
				{ value: "dotted", label: i18n.t("settings.underlineDotted") },
				{ value: "solid", label: i18n.t("settings.underlineSolid") },
				{ value: "marker", label: i18n.t("settings.underlineMarker") },
				{ value: "none", label: i18n.t("settings.underlineNone") },
			],
			value: settings.underline,
			onChoose: (underline) => change({ underline }),
		}),
	];
}

/** In milliseconds. Below 150 cards open in passing; nobody waits longer than 1,500. */
const DWELLS_MS = [150, 300, 500, 800, 1_500];

const MOST_IN_PARAGRAPH = [0, 1, 2, 3, 5];

function dwellLabel(ms: number): string {
	const seconds = (ms / 1_000).toLocaleString();
	if (ms === 150) return i18n.t("settings.dwellVeryShort", [seconds]);
	if (ms === 300) return i18n.t("settings.dwellUsual", [seconds]);
	return i18n.t(ms === 1_500 ? "settings.dwellLong" : "settings.dwellOption", [seconds]);
}

// A number that came another way, from a backup, say, is shown as it is.
function withCurrent(offered: number[], current: number): number[] {
	return [...new Set([...offered, current])].sort((one, other) => one - other);
}

/** A setting that is one of a few possibilities, found by its title, their words and some more. */
export function choiceSetting<T extends string>({
	words,
	...props
}: Parameters<typeof ChoiceSetting<T>>[0] & { words: string }): Setting {
	const labels = props.options.map(({ label }) => label);
	return { words: [props.title, ...labels, words].join(" "), view: <ChoiceSetting {...props} /> };
}

function select({ words, ...props }: Parameters<typeof SelectSetting>[0] & { words: string }): Setting {
	return { words: `${props.title} ${words}`, view: <SelectSetting {...props} /> };
}
