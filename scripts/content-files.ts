import { readdirSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { emergencyFileSchema } from "../data/emergency-schema";
import { grammarSchemas } from "../data/grammar-schema";
import { answerFileSchema, symptomSchema } from "../data/schema";

/** A file of the content and the schema whose order its fields have. */
export interface ContentFile {
	/** Its name without a folder. */
	file: string;
	path: string;
	schema: z.ZodType;
}

/** Every content file below the data folder. */
export function contentFiles(dataFolder: string): ContentFile[] {
	const inFolder = (folder: string, schema: z.ZodType) =>
		readdirSync(join(dataFolder, folder))
			.filter((file) => file.endsWith(".json"))
			.map((file) => ({ file, path: join(dataFolder, folder, file), schema }));
	return [
		...inFolder("symptoms", symptomSchema),
		...inFolder("answers", answerFileSchema),
		...inFolder(".", emergencyFileSchema),
		...Object.entries(grammarSchemas).map(([name, schema]) => ({
			file: `${name}.json`,
			path: join(dataFolder, "grammar", `${name}.json`),
			schema,
		})),
	];
}
