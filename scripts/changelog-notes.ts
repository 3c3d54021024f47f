/** The newest section of a changelog: its heading without the marks, and its text. */
export interface ReleaseNotes {
	heading: string;
	text: string;
}

/** The newest section of a changelog in the form of https://keepachangelog.com. Throws if it has none, or an empty one. */
export function newestNotes(changelog: string): ReleaseNotes {
	const [, section] = changelog.split(/^## /m);
	const [heading = "", ...lines] = (section ?? "").split("\n");
	const text = lines.join("\n").trim();
	if (!text) throw new Error("CHANGELOG.md: its newest section says nothing.");
	return { heading: heading.trim(), text };
}
