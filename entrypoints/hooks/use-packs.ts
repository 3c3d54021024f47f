import { useCallback, useEffect, useState } from "react";
import { askBackground } from "../../lib/messaging/messenger";
import type { PackList } from "../../lib/messaging/protocol";

export type PacksState = { name: "loading" } | { name: "failed" } | { name: "ready"; packs: PackList };

/** The packs as the background knows them, and what a reader does with them; `failure` names a change that did not work. */
export function usePacks() {
	const [state, setState] = useState<PacksState>({ name: "loading" });
	const [hasFailed, setFailed] = useState(false);
	const reload = useCallback(async () => {
		const result = await askBackground("listPacks", undefined);
		setState(result.ok ? { name: "ready", packs: result.value } : { name: "failed" });
	}, []);
	useEffect(() => void reload(), [reload]);
	const after = async (change: Promise<{ ok: boolean }>) => {
		setFailed(!(await change).ok);
		await reload();
	};
	return {
		state,
		hasFailed,
		reload,
		rename: (id: string, name: string) => void after(askBackground("changePack", { id, name })),
		switchTo: (id: string, isOn: boolean) => void after(askBackground("changePack", { id, isOn })),
		remove: (id: string) => void after(askBackground("removePack", { id })),
		acknowledge: () => void after(askBackground("acknowledgeInterrupted", undefined)),
	};
}
