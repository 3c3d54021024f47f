import type { Page } from "puppeteer-core";

/** What `tests/pages/hostile.html` can try. */
export type Attacks =
	| "readCard"
	| "find"
	| "readHighlights"
	| "layout"
	| "forgeEvents"
	| "forgeInCard"
	| "forgeShutdown"
	| "flood"
	| "probe"
	| "frameCard"
	| "cover"
	| "uncover"
	| "restyle"
	| "pushCard"
	| "removeHosts"
	| "clearHighlights"
	| "addGiants";

/** What the page's spies write down. */
type Spied = "calls" | "changes" | "events" | "hosts" | "roots";

interface HostileWindow {
	attacks: Record<Attacks, (...words: unknown[]) => unknown>;
	caught: Record<Spied, unknown[]>;
}

/** Lets the hostile page do one of its things; resolves to what it got by it. */
export async function attack(page: Page, name: Attacks, ...words: unknown[]): Promise<unknown> {
	return page.evaluate(
		(wanted, given) => (window as unknown as HostileWindow).attacks[wanted as Attacks](...given),
		name,
		words,
	);
}

/** What one of the page's spies has seen since it was told to forget. */
export async function caught(page: Page, what: Spied): Promise<string[]> {
	return page.evaluate((wanted) => (window as unknown as HostileWindow).caught[wanted as Spied].map(String), what);
}

/** Empties the notes of all spies: what the test itself did to get here is in them. */
export async function forget(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const seen of Object.values((window as unknown as HostileWindow).caught)) seen.length = 0;
	});
}

/** Runs an expression in the world of the extension's content script, as one who has taken that over. Chromium only. */
export async function isolatedWorld(page: Page, id: string): Promise<(expression: string) => Promise<unknown>> {
	const session = await page.createCDPSession();
	const worlds: { id: number; origin: string }[] = [];
	session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
	await session.send("Runtime.enable");
	const world = worlds.find(({ origin }) => origin === `chrome-extension://${id}`);
	if (!world) throw new Error("the page has no content script");
	return async (expression) => {
		const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
			expression,
			contextId: world.id,
			awaitPromise: true,
			returnByValue: true,
		});
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value;
	};
}
