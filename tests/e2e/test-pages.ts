import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type PageServer, servePages } from "./serve-pages";

/** Serves `tests/pages` while the tests of a file run; its addresses are known from their first hook on. */
export function serveTestPages(): Readonly<PageServer> {
	const served = {} as PageServer;
	beforeAll(async () => {
		Object.assign(served, await servePages(join(import.meta.dirname, "../pages")));
	});
	afterAll(() => served.close());
	return served;
}
