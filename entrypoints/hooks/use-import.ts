import { useRef, useState } from "react";
import { ImportRefusedError } from "../../lib/import/limits";
import { previewCsv } from "../../lib/import/preview-csv";
import type { CsvColumns } from "../../lib/import/read-import";
import { type RunningImport, startImport } from "../../lib/pack-import/import-client";
import type { ImportCounts, ImportOutcome } from "../../lib/pack-import/import-messages";
import { nameOfPicked, type PickedFile } from "../../lib/pack-import/picked-files";

export type ImportState =
	| { name: "idle" }
	| { name: "columns"; picked: PickedFile[]; columns: string[]; rows: string[][]; suggested: CsvColumns }
	| { name: "running"; packName: string; counts: ImportCounts; startedAt: number }
	| { name: "ended"; outcome: ImportOutcome };

/** One import at a time, from picked files to its outcome; a table is shown first, for its columns. */
export function useImport(onEnd: () => void) {
	const [state, setState] = useState<ImportState>({ name: "idle" });
	const running = useRef<RunningImport>(undefined);

	const start = async (picked: PickedFile[], csvColumns?: CsvColumns) => {
		const packName = nameOfPicked(picked);
		const startedAt = Date.now();
		const show = (counts: ImportCounts) => setState({ name: "running", packName, counts, startedAt });
		const bytesTotal = picked.reduce((sum, { file }) => sum + file.size, 0);
		show({ answers: 0, skipped: 0, faults: 0, bytesRead: 0, bytesTotal });
		running.current = startImport(
			() => new Worker(new URL("../library/import-worker.ts", import.meta.url), { type: "module" }),
			{ name: packName, files: picked, csvColumns },
			show,
		);
		setState({ name: "ended", outcome: await running.current.outcome });
		onEnd();
	};

	const pickFiles = async (picked: PickedFile[]) => {
		const [first] = picked;
		if (!first) return;
		const isTable = picked.length === 1 && /\.[ct]sv$/i.test(first.path);
		const preview = isTable
			? await previewCsv({ name: first.path, size: first.file.size, stream: () => first.file.stream() })
			: undefined;
		if (preview && preview.columns.length > 0) setState({ name: "columns", picked, ...preview });
		else await start(picked);
	};

	const pick = async (picking: PickedFile[] | Promise<PickedFile[]>) => {
		try {
			await pickFiles(await picking);
		} catch (error) {
			const isRefused = error instanceof ImportRefusedError;
			if (!isRefused) console.error(error);
			setState({ name: "ended", outcome: isRefused ? { kind: "refused", reason: error.message } : { kind: "ended" } });
		}
	};

	return { state, pick, start, cancel: () => running.current?.cancel(), close: () => setState({ name: "idle" }) };
}
