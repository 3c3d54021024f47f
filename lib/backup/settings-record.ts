import * as z from "zod";

const names = z.array(z.string().max(200)).max(10_000);

/**
 * The settings that a backup holds, and the hidden words, from which the hidden symptoms among the settings follow. Left
 * out are the sites that were switched off: they are salted hashes, which no other device could join with its own, and
 * which in a file would be a list of places to guess at. So is a pause, which is over when the file is read.
 */
const settingSchemas = {
	isOn: z.boolean(),
	pages: z.enum(["all", "health", "asked"]),
	opensOn: z.enum(["rest", "key", "click"]),
	dwellMs: z.int().min(0).max(10_000),
	mentions: z.enum(["all", "first"]),
	mostInParagraph: z.int().min(0).max(1_000),
	hiddenWords: z.object({ known: names, leftOut: names }),
	underline: z.enum(["dotted", "solid", "marker", "none"]),
};

export type SettingsRecord = { [K in keyof typeof settingSchemas]?: z.infer<(typeof settingSchemas)[K]> };

/** Those of these settings that a backup holds and that this version understands; anything else is left out. */
export function keptSettings(settings: object): SettingsRecord {
	const entries = Object.entries(withHiddenWords(settings)).flatMap(([key, value]) => {
		if (!Object.hasOwn(settingSchemas, key)) return [];
		const parsed = settingSchemas[key as keyof typeof settingSchemas].safeParse(value);
		return parsed.success ? [[key, parsed.data] as const] : [];
	});
	return Object.fromEntries(entries);
}

// Earlier files hold only what followed from the words: as known ones, the reader can see them and take them back.
function withHiddenWords(settings: object): object {
	const hasOnlySymptoms = Object.hasOwn(settings, "hiddenSymptoms") && !Object.hasOwn(settings, "hiddenWords");
	if (!hasOnlySymptoms) return settings;
	const { hiddenSymptoms } = settings as { hiddenSymptoms: unknown };
	return { ...settings, hiddenWords: { known: hiddenSymptoms, leftOut: [] } };
}
