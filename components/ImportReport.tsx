import { i18n } from "#i18n";
import type { ImportCounts, ImportOutcome } from "../lib/pack-import/import-messages";
import "./packs.css";

/** Faults that are listed on the page; all of them are in the download. */
const LISTED_FAULTS = 20;

/** How far an import is, and how to stop it. */
export function ImportProgress(props: { name: string; counts: ImportCounts; startedAt: number; onCancel: () => void }) {
	const { name, counts, startedAt, onCancel } = props;
	const share = counts.bytesTotal > 0 ? counts.bytesRead / counts.bytesTotal : 0;
	return (
		<section className="import-report" aria-label={i18n.t("importing.heading")}>
			<p dir="auto">{i18n.t("importing.reading", [name])}</p>
			<progress value={share} max={1} aria-label={i18n.t("importing.reading", [name])} />
			<p className="quiet">
				{share < 1
					? [countWords("counted", counts.answers), timeLeft(share, Date.now() - startedAt)].filter(Boolean).join(" · ")
					: i18n.t("importing.finishing")}
			</p>
			<button type="button" onClick={onCancel}>
				{i18n.t("importing.cancel")}
			</button>
		</section>
	);
}

/** How an import ended, with the records that could not be used. */
export function ImportReport(props: { outcome: ImportOutcome; onDownloadFaults: () => void; onClose: () => void }) {
	const { outcome, onDownloadFaults, onClose } = props;
	const found = outcome.kind === "stored" || outcome.kind === "nothing-found" ? outcome : undefined;
	return (
		<section className="import-report" aria-label={i18n.t("importing.heading")}>
			<p role="status" dir="auto">
				{words(outcome)}
			</p>
			{found && (
				<p>
					{found.counts.skipped > 0 && `${countWords("skipped", found.counts.skipped)} `}
					{countWords("faults", found.counts.faults)}
				</p>
			)}
			{found && found.faults.length > 0 && (
				<>
					<ul className="import-faults">
						{found.faults.slice(0, LISTED_FAULTS).map(({ file, place, field, reason }) => (
							<li key={`${file} ${place} ${field} ${reason}`}>
								<span className="quiet">
									<bdi>{file}</bdi> · {place}
								</span>
								<span dir="auto">
									{field} {reason}
								</span>
							</li>
						))}
					</ul>
					{found.counts.faults > LISTED_FAULTS && (
						<p className="quiet">
							{i18n.t("importing.moreFaults", [(found.counts.faults - LISTED_FAULTS).toLocaleString()])}
						</p>
					)}
				</>
			)}
			<div className="pack-actions">
				{found && found.faults.length > 0 && (
					<button type="button" onClick={onDownloadFaults}>
						{i18n.t("importing.downloadFaults")}
					</button>
				)}
				<button type="button" onClick={onClose}>
					{i18n.t("importing.done")}
				</button>
			</div>
		</section>
	);
}

function words(outcome: ImportOutcome): string {
	switch (outcome.kind) {
		case "stored": {
			const count = outcome.counts.answers;
			const stored = i18n.t("importing.stored", [
				outcome.packName,
				i18n.t("packs.answers", count, [count.toLocaleString()]),
			]);
			return outcome.replacedVersion === null
				? stored
				: `${stored} ${i18n.t("importing.replaced", [outcome.replacedVersion])}`;
		}
		case "nothing-found":
			return i18n.t("importing.nothingFound");
		case "refused":
			return i18n.t("importing.refused", [outcome.reason]);
		case "cancelled":
			return i18n.t("importing.cancelled");
		case "storage-full":
			return i18n.t("importing.full");
		case "storage-unreadable":
			return i18n.t("importing.unreadable");
		case "stalled":
			return i18n.t("importing.stalled");
		case "ended":
			return i18n.t("importing.ended");
	}
}

function countWords(key: "counted" | "skipped" | "faults", count: number): string {
	return i18n.t(`importing.${key}`, count, [count.toLocaleString()]);
}

/** The first moments tell nothing of the rest. */
const EARLIEST_ESTIMATE_MS = 2_000;

function timeLeft(share: number, elapsedMs: number): string {
	if (elapsedMs < EARLIEST_ESTIMATE_MS || share <= 0) return "";
	const seconds = Math.ceil((elapsedMs / share - elapsedMs) / 1_000);
	const [value, unit] = seconds < 90 ? [seconds, "second"] : [Math.round(seconds / 60), "minute"];
	const words = new Intl.NumberFormat(undefined, { style: "unit", unit: String(unit), unitDisplay: "long" });
	return i18n.t("importing.left", [words.format(Number(value))]);
}
