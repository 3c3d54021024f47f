import { useCallback, useEffect, useReducer, useState } from "react";
import { askBackground } from "../../lib/messaging/messenger";
import { packFile } from "../../lib/messaging/pack-file";
import type { PackDescription, PackList } from "../../lib/messaging/protocol";
import { downloadFile } from "./download-file";

export type PacksState =
	| { name: "loading" }
	/** Deleted with everything else: whoever shows them next reads them anew. */
	| { name: "forgotten" }
	| { name: "failed" }
	| { name: "ready"; packs: PackList };

export type PackExport = { name: "none" } | { name: "writing"; packName: string } | { name: "failed" };

export type Packs = ReturnType<typeof usePacks>;

/**
 * The packs as the background knows them, and what a reader does with them. `version` is another one whenever they
 * were read, which is after every change.
 */
export function usePacks() {
	const [state, setState] = useState<PacksState>({ name: "loading" });
	const [version, countReading] = useReducer((count: number) => count + 1, 0);
	const [hasFailed, setFailed] = useState(false);
	const [exporting, setExporting] = useState<PackExport>({ name: "none" });
	const reload = useCallback(async () => {
		const result = await askBackground("listPacks", undefined);
		setState(result.ok ? { name: "ready", packs: result.value } : { name: "failed" });
		countReading();
	}, []);
	useEffect(() => void reload(), [reload]);
	const after = async (change: Promise<{ ok: boolean }>) => {
		setFailed(!(await change).ok);
		await reload();
	};
	const exportPack = async (pack: PackDescription) => {
		setExporting({ name: "writing", packName: pack.name });
		const file = await packFile(pack);
		setExporting(file ? { name: "none" } : { name: "failed" });
		if (file) downloadFile(file, `${pack.id}.json`);
	};
	return {
		state,
		version,
		exporting,
		exportPack: (pack: PackDescription) => void exportPack(pack),
		hasFailed,
		reload,
		forget: () => setState({ name: "forgotten" }),
		rename: (id: string, name: string) => void after(askBackground("changePack", { id, name })),
		switchTo: (id: string, isOn: boolean) => void after(askBackground("changePack", { id, isOn })),
		remove: (id: string) => void after(askBackground("removePack", { id })),
		acknowledge: () => void after(askBackground("acknowledgeInterrupted", undefined)),
	};
}
