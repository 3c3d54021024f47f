const turns = new Map<string, Promise<unknown>>();

/**
 * Does work when all that was begun before under the same name has ended, in every page. Only in this page where the
 * browser has no locks: in Firefox a card on a page without encryption has none.
 */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
	const { locks } = navigator as Partial<Navigator>;
	if (locks) return locks.request(name, work);
	const done = turns.get(name)?.then(work, work) ?? work();
	turns.set(name, done);
	return done;
}
