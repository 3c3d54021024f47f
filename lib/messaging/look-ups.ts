import * as z from "zod/mini";
import { type SymptomId, symptomIdSchema } from "../../data/schema";
import { messenger } from "./messenger";
import { isOwnPage } from "./page-requests";

const lookUpSchema = z.strictObject({ symptomId: symptomIdSchema });

/** Calls back for every card that comes on show in a tab; never for one in a private window. */
export function onLookUp(note: (symptomId: SymptomId) => Promise<void>): void {
	messenger.onMessage("noteLookUp", async ({ data, sender }) => {
		if (!isOwnPage(sender) || !isInPlainTab(sender)) return;
		await note(lookUpSchema.parse(data).symptomId);
	});
}

/** True for a page in a tab of which the browser says that it is not private. Without a tab nobody says so. */
function isInPlainTab({ tab }: { tab?: { incognito: boolean } | undefined }): boolean {
	return tab?.incognito === false;
}
