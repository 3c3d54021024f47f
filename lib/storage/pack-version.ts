const VERSIONS = new Intl.Collator("en", { numeric: true });

/** Below 0 if the first version of a pack is the older one, 0 if they are the same: "9" is older than "10". */
export function compareVersions(one: string, other: string): number {
	return VERSIONS.compare(one, other);
}
