import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { readContent } from "../../data/read-content";
import { summarise } from "../../scripts/content-plugin";
import { servePages } from "../e2e/serve-pages";
import { prepareFolder } from "./bench-folder";
import { benchBrowsing } from "./browse-speed";
import { benchContent } from "./content-cost";
import { benchDetection } from "./detection-speed";
import { benchHover } from "./hover-latency";
import { benchImportPage } from "./import-page";
import { longPage } from "./long-page";
import { benchPages } from "./pages-cost";
import { benchPopup } from "./popup-speed";
import { benchSavedList } from "./saved-list";
import { benchScan } from "./scan-cost";
import { benchSearch } from "./search-speed";

const dataFolder = join(import.meta.dirname, "../../data");
const parts = process.argv.slice(2);
const isWanted = (part: string) => parts.length === 0 || parts.includes(part);
const folder = prepareFolder();
const server = await servePages(folder.pages);
try {
	console.log(`${cpus().length} CPUs, ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`);
	if (isWanted("detection")) {
		const html = longPage();
		await benchDetection(html);
		await benchScan(html, folder.pages);
	}
	if (isWanted("content")) await benchContent(folder.extension, folder.emptyExtension, server.origin);
	if (isWanted("hover")) await benchHover(folder.extension, server.origin);
	// Takes half an hour, a few minutes with --quick.
	if (parts[0] === "search") await benchSearch(server.origin, folder.pages, parts.includes("--quick"));
	// Takes two minutes, a quarter of one with --quick.
	if (parts[0] === "import-page") {
		const symptoms = readContent(dataFolder).symptoms.map(summarise);
		await benchImportPage(folder.extension, folder.pages, symptoms, parts.includes("--quick"));
	}
	// Takes a minute.
	if (parts[0] === "saved") {
		const symptoms = readContent(dataFolder).symptoms.map(summarise);
		await benchSavedList(folder.extension, symptoms, parts.includes("--quick"));
	}
	// Takes a minute.
	if (parts[0] === "popup") await benchPopup(folder.extension);
	// Takes ten minutes, one with --quick.
	if (parts[0] === "browse") await benchBrowsing(server.origin, folder.pages, parts.includes("--quick"));
	// Takes about twenty minutes, so only when it is asked for.
	if (parts[0] === "pages") {
		await benchPages(folder.extension, folder.emptyExtension, `${server.origin}/blank.html`, parts.slice(1));
	}
	console.log(`\nLoad at the end ${loadavg()[0]?.toFixed(1)}`);
} finally {
	await server.close();
	folder.remove();
}
