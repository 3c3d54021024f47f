import { join } from "node:path";
import { readContent } from "../../data/read-content";
import { summarise } from "../../scripts/content-plugin";
import type { BenchFolder } from "./bench-folder";
import { benchBrowsing } from "./browse-speed";
import { benchContent } from "./content-cost";
import { benchDetection } from "./detection-speed";
import type { Findings } from "./findings";
import { benchHover } from "./hover-latency";
import { benchImportPage } from "./import-page";
import { longPage } from "./long-page";
import { benchPages } from "./pages-cost";
import { benchPopup } from "./popup-speed";
import { benchSavedList } from "./saved-list";
import { benchScan } from "./scan-cost";
import { benchSearch } from "./search-speed";

const dataFolder = join(import.meta.dirname, "../../data");
const symptoms = () => readContent(dataFolder).symptoms.map(summarise);

/** What every part of the bench is given. */
export interface Setting {
	folder: BenchFolder;
	/** Where the folder's pages are served. */
	origin: string;
	/** Libraries of a tenth, and fewer pages. */
	isQuick: boolean;
	/** Parts of names of pages; none means all. */
	wantedPages: string[];
}

interface Part {
	title: string;
	/** What is measured, for somebody who reads the report. */
	about: string;
	run: (setting: Setting, findings: Findings) => Promise<void>;
}

/** All parts by the name that asks for one; the long ones last. */
export const PARTS: Record<string, Part> = {
	detection: {
		title: "Finding mentions, and scanning a page",
		about:
			"How fast mentions are found in text, beside searches for the same terms that do less, and what a whole scan of a page " +
			"takes in Chromium, beside tree walkers and mark.js.",
		run: async ({ folder }, findings) => {
			const html = longPage(findings);
			await benchDetection(html, findings);
			await benchScan(html, folder.pages, findings);
		},
	},
	content: {
		title: "The content script on a page",
		about:
			"What a page load costs with Symptom Lens, beside an extension whose content script does nothing: CPU time of the " +
			"page's main thread, and heap after a collection. A blank page shows the price of being there at all.",
		run: ({ folder, origin }, findings) => benchContent({ ...folder, origin }, findings),
	},
	hover: {
		title: "From resting on a term to reading the card",
		about:
			"The pointer rests on a term; measured is how long after the dwell the card's explanation and first answer are painted. " +
			"Each state that the browser may be in when somebody hovers is made on purpose. An empty page of the extension in a " +
			"frame shows what the browser itself takes for it.",
		run: ({ folder, origin }, findings) => benchHover(folder.extension, origin, findings),
	},
	popup: {
		title: "The popup",
		about:
			"When the popup is first painted, and when results stand there after a key, beside an empty page of the extension.",
		run: ({ folder }, findings) => benchPopup(folder.extension, findings),
	},
	saved: {
		title: "A long personal list",
		about:
			"The library page with many saved answers: tasks that hold up the page while it opens, is scrolled and searched. The " +
			"same loop in an empty page shows what the browser itself does.",
		run: ({ folder, isQuick }, findings) =>
			benchSavedList({ extension: folder.extension, symptoms: symptoms(), isQuick }, findings),
	},
	"import-page": {
		title: "The library page while it imports",
		about: "Whether the page stays usable while an import runs beside it.",
		run: ({ folder, isQuick }, findings) =>
			benchImportPage({ extension: folder.extension, folder: folder.pages, symptoms: symptoms(), isQuick }, findings),
	},
	browse: {
		title: "Browsing all answers",
		about: "Filtering, sorting, scrolling and searching the list of all answers, and the same with ten times as many.",
		run: ({ folder, origin, isQuick }, findings) => benchBrowsing({ origin, folder: folder.pages, isQuick }, findings),
	},
	search: {
		title: "Searching and importing a library",
		about:
			"The same queries over the same answers. Ours reads the database for each; the peers hold everything in memory and are " +
			"given the options that a product of this kind would take. An import is compared with bare `bulkPut` of the same records.",
		run: ({ folder, origin, isQuick }, findings) => benchSearch({ origin, folder: folder.pages, isQuick }, findings),
	},
	pages: {
		title: "What whole pages cost",
		about:
			"Pages with their scripts blocked, loaded in turns with Symptom Lens and with an extension whose content script does " +
			"nothing.",
		run: ({ folder, origin, isQuick, wantedPages }, findings) =>
			benchPages({ ...folder, blankPage: `${origin}/blank.html`, wanted: wantedPages, isQuick }, findings),
	},
};
