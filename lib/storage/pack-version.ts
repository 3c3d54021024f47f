const VERSIONS = new Intl.Collator("en", { numeric: true });

/**
 * Below 0 if the first version of a pack is the older one, 0 if they are the same; as people count them: 1.9 before 1.10,
 * 2025-12-31 before 2026-01-01.
 */
export function compareVersions(one: string, other: string): number {
	return VERSIONS.compare(one, other);
}
