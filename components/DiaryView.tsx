import { useState } from "react";
import { i18n } from "#i18n";
import type { DiaryEpisode } from "../lib/messaging/protocol";
import { DiaryCalendar } from "./DiaryCalendar";
import { DiaryEpisodes } from "./DiaryEpisodes";
import type { EpisodeFields } from "./DiaryForm";
import { DiaryPlots } from "./DiaryPlots";
import { DiarySummary } from "./DiarySummary";
import "./diary.css";

/** What was logged of one symptom, newest first. */
export interface DiarySymptom {
	id: string;
	name: string;
	episodes: DiaryEpisode[];
}

export interface DiaryViewProps {
	symptoms: DiarySymptom[];
	/** Milliseconds since the epoch. */
	now: number;
	onChange: (episode: DiaryEpisode, fields: EpisodeFields) => Promise<string | undefined>;
	onRemove: (episode: DiaryEpisode) => Promise<string | undefined>;
	onRestore: (episode: DiaryEpisode) => Promise<string | undefined>;
}

/** The diary: of each symptom when, how strong and how long, as logged. It says nothing about what that means. */
export function DiaryView({ symptoms, now, onChange, onRemove, onRestore }: DiaryViewProps) {
	const [removed, setRemoved] = useState<DiaryEpisode>();
	const [failure, setFailure] = useState<string>();
	const after = (words: string | undefined, nowRemoved: DiaryEpisode | undefined) => {
		setFailure(words);
		if (words === undefined) setRemoved(nowRemoved);
	};
	return (
		<div className="diary">
			{symptoms.length === 0 && <p className="quiet">{i18n.t("diary.empty")}</p>}
			{failure && <p role="alert">{failure}</p>}
			{symptoms.map(({ id, name, episodes }) => (
				<section key={id} className="diary-symptom">
					<h3>{name}</h3>
					<DiaryCalendar episodes={episodes} now={now} />
					<DiaryPlots episodes={episodes} />
					<details>
						<summary>{i18n.t("diary.asTable")}</summary>
						<DiarySummary name={name} episodes={episodes} />
					</details>
					<DiaryEpisodes
						episodes={episodes}
						onChange={onChange}
						onRemove={async (episode) => after(await onRemove(episode), episode)}
					/>
				</section>
			))}
			<div role="status" className="undo">
				{removed && (
					<>
						<span>{i18n.t("diary.removed")}</span>
						<button type="button" onClick={async () => after(await onRestore(removed), undefined)}>
							{i18n.t("diary.undo")}
						</button>
					</>
				)}
			</div>
		</div>
	);
}
