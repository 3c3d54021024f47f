import { useCallback, useEffect, useState } from "react";
import { askBackground } from "../../lib/messaging/messenger";
import type { StorageReport, StoredKind } from "../../lib/storage/stored-data";
import { forgetDrafts } from "./stored-drafts";

/** Deleting half a million answers takes seconds, in milliseconds. */
const DELETE_TIMEOUT_MS = 60_000;

export type StoredDataState = { name: "loading" } | { name: "failed" } | { name: "ready"; report: StorageReport };

/** What is stored on this device, and how to delete it; `done` is what was deleted last, or that it failed. */
export function useStoredData(onPacksDeleted: () => void) {
	const [state, setState] = useState<StoredDataState>({ name: "loading" });
	const [done, setDone] = useState<StoredKind | "everything" | "failed">();
	const reload = useCallback(async () => {
		const result = await askBackground("describeStorage", undefined);
		setState(result.ok ? { name: "ready", report: result.value } : { name: "failed" });
	}, []);
	useEffect(() => void reload(), [reload]);
	const remove = async (what: StoredKind | "everything") => {
		const result = await askBackground("deleteStored", { what }, DELETE_TIMEOUT_MS);
		if (result.ok && (what === "saved" || what === "everything")) forgetDrafts();
		setDone(result.ok ? what : "failed");
		await reload();
		if (what === "packs" || what === "everything") onPacksDeleted();
	};
	return { state, done, remove: (what: StoredKind | "everything") => void remove(what) };
}
