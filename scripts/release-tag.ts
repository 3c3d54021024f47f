/**
 * Why the tag that a GitHub workflow was started by does not fit what would be released, or undefined. Elsewhere there is
 * no tag, and a release is a trial. The variables: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function faultOfTag(
	environment: Record<string, string | undefined>,
	version: string,
	heading: string,
): string | undefined {
	const { GITHUB_REF_TYPE: kind, GITHUB_REF_NAME: tag } = environment;
	if (kind !== "tag") return undefined;
	if (tag !== `v${version}`) return `the tag is ${tag}, and package.json says ${version}.`;
	if (!heading.startsWith(version)) return `the newest notes in CHANGELOG.md are those of “${heading}”.`;
	return undefined;
}
