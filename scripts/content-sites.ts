import { type Symptom, statementsOf } from "../data/schema";

/** The sites that the statements of symptoms rest on, those with most statements first. */
export function sitesOf(symptoms: readonly Symptom[]): { site: string; statementCount: number }[] {
	const counts = new Map<string, number>();
	for (const symptom of symptoms) {
		const siteOf = new Map(symptom.sources.map(({ id, url }) => [id, new URL(url).hostname.replace(/^www\./, "")]));
		for (const { statement } of statementsOf(symptom)) {
			for (const site of new Set(statement.sources.flatMap((id) => siteOf.get(id) ?? []))) {
				counts.set(site, (counts.get(site) ?? 0) + 1);
			}
		}
	}
	return [...counts]
		.map(([site, statementCount]) => ({ site, statementCount }))
		.sort((one, other) => other.statementCount - one.statementCount || one.site.localeCompare(other.site, "en"));
}
