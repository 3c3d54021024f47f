import { expect, it, vi } from "vitest";
import type { ToImportWorker } from "../../lib/pack-import/import-messages";

const runImport = vi.hoisted(() => vi.fn());
vi.mock("../../lib/pack-import/run-import", () => ({ runImport }));
vi.mock("../../lib/storage/database", () => ({ openDatabase: async () => ({ close: () => undefined }) }));

const start: ToImportWorker = { kind: "start", request: { name: "FAQ", files: [] } };

it("an import that fails with a bug is reported as ended at once, not as silent after half a minute", async () => {
	const worker = { postMessage: vi.fn(), onmessage: async (_: { data: ToImportWorker }): Promise<void> => undefined };
	vi.stubGlobal("self", worker);
	await import("../../entrypoints/library/import-worker");
	runImport.mockRejectedValueOnce(new TypeError("bug"));

	// The browser's console is to have the bug, too.
	const log = vi.spyOn(console, "error").mockImplementation(() => undefined);

	await worker.onmessage({ data: start });

	expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: "bug" }));
	expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({ kind: "end", outcome: { kind: "ended" } });
});
