import { cpus, loadavg } from "node:os";
import { servePages } from "../e2e/serve-pages";
import { prepareFolder } from "./bench-folder";
import { benchContent } from "./content-cost";
import { benchDetection } from "./detection-speed";
import { benchHover } from "./hover-latency";

const parts = process.argv.slice(2);
const isWanted = (part: string) => parts.length === 0 || parts.includes(part);
const folder = prepareFolder();
const server = await servePages(folder.pages);
try {
	console.log(`${cpus().length} CPUs, ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`);
	if (isWanted("detection")) benchDetection();
	if (isWanted("content")) await benchContent(folder.extension, folder.emptyExtension, server.origin);
	if (isWanted("hover")) await benchHover(folder.extension, server.origin);
	console.log(`\nLoad at the end ${loadavg()[0]?.toFixed(1)}`);
} finally {
	await server.close();
	folder.remove();
}
