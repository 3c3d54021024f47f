import { beforeEach, expect, it, vi } from "vitest";
import type { ToImportWorker } from "../../lib/pack-import/import-messages";
import { StorageFullError, StorageUnreadableError } from "../../lib/storage/storage-errors";

const runImport = vi.hoisted(() => vi.fn());
const openDatabase = vi.hoisted(() => vi.fn());
vi.mock("../../lib/pack-import/run-import", () => ({ runImport }));
vi.mock("../../lib/storage/database", () => ({ openDatabase }));

const start: ToImportWorker = { kind: "start", request: { name: "FAQ", files: [] } };

const worker = { postMessage: vi.fn(), onmessage: async (_: { data: ToImportWorker }): Promise<void> => undefined };

beforeEach(async () => {
	worker.postMessage.mockClear();
	openDatabase.mockResolvedValue({ close: () => undefined });
	vi.stubGlobal("self", worker);
	await import("../../entrypoints/library/import-worker");
});

it.each([
	["storage-full", new StorageFullError("full")],
	["storage-unreadable", new StorageUnreadableError("broken")],
])("an import whose storage does not open says why: %s", async (kind, error) => {
	openDatabase.mockRejectedValueOnce(error);

	await worker.onmessage({ data: start });

	expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({ kind: "end", outcome: { kind } });
});

it("an import that fails with a bug is reported as ended at once, not as silent after half a minute", async () => {
	runImport.mockRejectedValueOnce(new TypeError("bug"));

	// The browser's console is to have the bug, too.
	const log = vi.spyOn(console, "error").mockImplementation(() => undefined);

	await worker.onmessage({ data: start });

	expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: "bug" }));
	expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({ kind: "end", outcome: { kind: "ended" } });
});
