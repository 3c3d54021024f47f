import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import type { DiaryEpisode } from "../lib/messaging/protocol";
import { DiaryForm, type EpisodeFields } from "./DiaryForm";
import { durationOf, strengthOf, whenOf } from "./diary-words";

/** Episodes that are listed before the reader asks for more. */
const FIRST_SHOWN = 10;

interface DiaryEpisodesProps {
	episodes: readonly DiaryEpisode[];
	onChange: (episode: DiaryEpisode, fields: EpisodeFields) => Promise<string | undefined>;
	onRemove: (episode: DiaryEpisode) => void;
}

/** What was logged, one by one, to be mended or taken out. */
export function DiaryEpisodes({ episodes, onChange, onRemove }: DiaryEpisodesProps) {
	const [isShowingAll, setShowingAll] = useState(false);
	const [changing, setChanging] = useState<string>();
	const shown = isShowingAll ? episodes : episodes.slice(0, FIRST_SHOWN);
	const save = async (episode: DiaryEpisode, fields: EpisodeFields) => {
		const failure = await onChange(episode, fields);
		if (failure === undefined) setChanging(undefined);
		return failure;
	};
	return (
		<>
			<ul className="diary-episodes">
				{shown.map((episode) => (
					<li key={episode.id}>
						<p>
							<strong>{whenOf(episode)}</strong>
							{[durationOf(episode), strengthOf(episode)].filter(Boolean).map((words) => (
								<span key={words}> · {words}</span>
							))}
						</p>
						{episode.place && <p dir="auto">{episode.place}</p>}
						{episode.note && (
							<p dir="auto" className="diary-note">
								{episode.note}
							</p>
						)}
						{changing === episode.id ? (
							<DiaryForm
								fields={episode}
								onSave={(fields) => save(episode, fields)}
								onCancel={() => setChanging(undefined)}
							/>
						) : (
							<div className="diary-actions">
								<button
									type="button"
									aria-label={i18n.t("diary.changeOf", [whenOf(episode)])}
									onClick={() => setChanging(episode.id)}
								>
									<Pencil size={15} aria-hidden /> {i18n.t("diary.change")}
								</button>
								<button
									type="button"
									aria-label={i18n.t("diary.removeOf", [whenOf(episode)])}
									onClick={() => onRemove(episode)}
								>
									<Trash2 size={15} aria-hidden /> {i18n.t("diary.remove")}
								</button>
							</div>
						)}
					</li>
				))}
			</ul>
			{shown.length < episodes.length && (
				<button type="button" onClick={() => setShowingAll(true)}>
					{i18n.t("diary.more", episodes.length - shown.length)}
				</button>
			)}
		</>
	);
}
