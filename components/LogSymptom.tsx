import { NotebookPen } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { DiaryForm, type EpisodeFields, newEpisode } from "./DiaryForm";

/** What the reader can do with the diary from a card. */
export interface LogActions {
	/** Why logging is off, in words; undefined where it is on. */
	disabledReason?: string | undefined;
	/** Begins an episode of the card's symptom. What it returns logs it, once however often that is asked. */
	onBegin: () => KeepEpisode;
	/** Takes it out again; resolves to words for the reader if that failed. */
	onUndo: (id: string) => Promise<string | undefined>;
}

type KeepEpisode = (fields: EpisodeFields) => Promise<{ id: string } | { failure: string }>;

/** How logging stands on a card: the button and the form have different places in it. */
export function useLogging(log: LogActions | undefined) {
	const [opened, setOpened] = useState<{ at: number; keep: KeepEpisode }>();
	const [logged, setLogged] = useState<string>();
	const [failure, setFailure] = useState<string>();
	const button = useRef<HTMLButtonElement>(null);
	const close = () => {
		setOpened(undefined);
		// The focus would be lost with the form.
		button.current?.focus();
	};
	return {
		log,
		button,
		opened,
		logged,
		failure,
		toggle: () => {
			setOpened(log && !opened ? { at: Date.now(), keep: log.onBegin() } : undefined);
			setLogged(undefined);
			setFailure(undefined);
		},
		close,
		save: async (fields: EpisodeFields) => {
			const result = await opened?.keep(fields);
			if (result === undefined || "failure" in result) return result?.failure;
			setLogged(result.id);
			close();
			return undefined;
		},
		undo: async (id: string) => {
			const words = await log?.onUndo(id);
			setFailure(words);
			if (words === undefined) setLogged(undefined);
		},
	};
}

type Logging = ReturnType<typeof useLogging>;

/** Opens the form; nothing is logged yet. */
export function LogButton({ logging }: { logging: Logging }) {
	const { log, opened, toggle, button } = logging;
	if (!log) return null;
	return (
		<>
			<button
				type="button"
				ref={button}
				className="log-button"
				aria-expanded={opened !== undefined}
				disabled={log.disabledReason !== undefined}
				onClick={toggle}
			>
				<NotebookPen size={15} aria-hidden /> {i18n.t("diary.log")}
			</button>
			{log.disabledReason && <span className="answer-label">{log.disabledReason}</span>}
		</>
	);
}

/** The form while it is open, then that it was logged, with undo. */
export function LogForm({ logging }: { logging: Logging }) {
	const { opened, logged, failure, save, close, undo } = logging;
	const form = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (opened === undefined) return;
		// The reader may have scrolled far below it.
		form.current?.scrollIntoView({ block: "nearest" });
		form.current?.querySelector("button")?.focus({ preventScroll: true });
	}, [opened]);
	return (
		<div ref={form}>
			{opened !== undefined && (
				<DiaryForm
					key={opened.at}
					label={i18n.t("diary.form")}
					fields={newEpisode(opened.at)}
					onSave={save}
					onCancel={close}
				/>
			)}
			{failure && <p role="alert">{failure}</p>}
			<div role="status" className="diary-logged">
				{logged !== undefined && (
					<>
						<span>{i18n.t("diary.logged")}</span>
						<button type="button" data-keeps="" onClick={() => void undo(logged)}>
							{i18n.t("diary.undo")}
						</button>
					</>
				)}
			</div>
		</div>
	);
}
