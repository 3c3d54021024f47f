import { useEffect } from "react";
import { i18n } from "#i18n";
import { CsvMapping } from "../../components/CsvMapping";
import { ImportPanel } from "../../components/ImportPanel";
import { ImportProgress, ImportReport } from "../../components/ImportReport";
import { PackList } from "../../components/PackList";
import type { ImportOutcome } from "../../lib/pack-import/import-messages";
import { filesOfDrop, filesOfInput } from "../../lib/pack-import/picked-files";
import { downloadFile } from "../hooks/download-file";
import type { useImport } from "../hooks/use-import";
import type { Packs as PacksOfReader } from "../hooks/use-packs";

/** The packs, and the import of another one. */
export function Packs({
	packs,
	packImport: { state, pick, start, cancel, close },
}: {
	packs: PacksOfReader;
	packImport: ReturnType<typeof useImport>;
}) {
	const { name } = packs.state;
	const { reload } = packs;
	useEffect(() => {
		if (name === "forgotten") void reload();
	}, [name, reload]);
	return (
		<>
			<p>{i18n.t("packs.intro")}</p>
			{packs.state.name === "failed" && <p role="alert">{i18n.t("packs.failed")}</p>}
			{packs.hasFailed && <p role="alert">{i18n.t("packs.changeFailed")}</p>}
			{packs.exporting.name === "writing" && (
				<p role="status" dir="auto">
					{i18n.t("packs.exporting", [packs.exporting.packName])}
				</p>
			)}
			{packs.exporting.name === "failed" && <p role="alert">{i18n.t("packs.exportFailed")}</p>}
			{packs.state.name === "ready" && (
				<PackList
					packs={packs.state.packs}
					onRename={packs.rename}
					onSwitch={packs.switchTo}
					onRemove={packs.remove}
					onExport={packs.exportPack}
					onAcknowledgeInterrupted={packs.acknowledge}
				/>
			)}
			<h3>{i18n.t("importing.heading")}</h3>
			{state.name === "idle" && (
				<ImportPanel
					onPick={(files) => void pick(filesOfInput(files))}
					onDrop={(drop) => void pick(filesOfDrop(drop))}
				/>
			)}
			{state.name === "columns" && (
				<CsvMapping {...state} onStart={(columns) => void start(state.picked, columns)} onCancel={close} />
			)}
			{state.name === "running" && (
				<ImportProgress name={state.packName} counts={state.counts} startedAt={state.startedAt} onCancel={cancel} />
			)}
			{state.name === "ended" && (
				<ImportReport outcome={state.outcome} onDownloadFaults={() => downloadFaults(state.outcome)} onClose={close} />
			)}
		</>
	);
}

function downloadFaults(outcome: ImportOutcome): void {
	if (outcome.kind !== "stored" && outcome.kind !== "nothing-found") return;
	const lines = outcome.faults.map((fault) => JSON.stringify(fault)).join("\n");
	downloadFile(new Blob([lines, "\n"], { type: "application/jsonl" }), "records-not-imported.jsonl");
}
