/**
 * Changes content files:
 *
 *     npm run new:symptom -- itchy-knee "Itchy knee" --system musculoskeletal --specialty "general practice"
 *     npm run checked -- itchy-knee tremor --by "Dr. Name, specialty"
 *     npm run fix
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importTypeScript } from "./run-typescript.mjs";

const { beginSymptom, noteChecked, repairFormat } = await importTypeScript("edit-content.ts");
const dataFolder = join(import.meta.dirname, "../data");
const today = new Date().toISOString().slice(0, 10);

const commands = {
	/** @param {string[]} names @param {Record<string, string | undefined>} options */
	new: ([id = "", name = ""], { system, specialty }) => {
		if (!system || !specialty) throw new Error("it needs --system and --specialty, as other symptoms have them");
		return beginSymptom(dataFolder, { id, name, bodySystem: system, specialty }, today);
	},
	/** @param {string[]} ids @param {Record<string, string | undefined>} options */
	checked: (ids, { by }) => noteChecked(dataFolder, ids, by ?? null, today),
	format: () => repairFormat(dataFolder),
};

try {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { system: { type: "string" }, specialty: { type: "string" }, by: { type: "string" } },
	});
	const [command, ...names] = positionals;
	const run = commands[/** @type {keyof typeof commands} */ (command)];
	if (!run) throw new Error(`one of ${Object.keys(commands).join(", ")}`);
	console.log(run(names, values));
} catch (error) {
	console.error(`Nothing was changed: ${/** @type {Error} */ (error).message}`);
	process.exitCode = 1;
}
