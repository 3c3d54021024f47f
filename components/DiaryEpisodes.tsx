import { Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
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
	const shown = isShowingAll ? episodes : episodes.slice(0, FIRST_SHOWN);
	return (
		<>
			<ul className="diary-episodes">
				{shown.map((episode) => (
					<EpisodeRow
						key={episode.id}
						episode={episode}
						onChange={(fields) => onChange(episode, fields)}
						onRemove={() => onRemove(episode)}
					/>
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

interface EpisodeRowProps {
	episode: DiaryEpisode;
	onChange: (fields: EpisodeFields) => Promise<string | undefined>;
	onRemove: () => void;
}

/** One episode, or the form to change it. The focus goes into the form, and back to what opened it. */
function EpisodeRow({ episode, onChange, onRemove }: EpisodeRowProps) {
	const [isChanging, setChanging] = useState(false);
	const form = useRef<HTMLDivElement>(null);
	const change = useRef<HTMLButtonElement>(null);
	const wasChanging = useRef(false);
	useEffect(() => {
		if (isChanging) form.current?.querySelector("input")?.focus();
		else if (wasChanging.current) change.current?.focus();
		wasChanging.current = isChanging;
	}, [isChanging]);
	const save = async (fields: EpisodeFields) => {
		const failure = await onChange(fields);
		if (failure === undefined) setChanging(false);
		return failure;
	};
	return (
		<li>
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
			{isChanging ? (
				<div ref={form}>
					<DiaryForm
						label={i18n.t("diary.changeOf", [whenOf(episode)])}
						fields={episode}
						onSave={save}
						onCancel={() => setChanging(false)}
					/>
				</div>
			) : (
				<div className="diary-actions">
					<button
						type="button"
						ref={change}
						aria-label={i18n.t("diary.changeOf", [whenOf(episode)])}
						onClick={() => setChanging(true)}
					>
						<Pencil size={15} aria-hidden /> {i18n.t("diary.change")}
					</button>
					<button type="button" aria-label={i18n.t("diary.removeOf", [whenOf(episode)])} onClick={onRemove}>
						<Trash2 size={15} aria-hidden /> {i18n.t("diary.remove")}
					</button>
				</div>
			)}
		</li>
	);
}
