import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** Pages that are served with response headers of their own. */
const HEADERS: Record<string, Record<string, string>> = {
	"/strict-csp.html": {
		"content-security-policy":
			"default-src 'none'; script-src 'none'; style-src 'none'; frame-src 'none'; require-trusted-types-for 'script'",
	},
	"/isolated.html": { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" },
};

const TYPES: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".xhtml": "application/xhtml+xml",
	".css": "text/css",
	".js": "text/javascript",
	".pdf": "application/pdf",
};

/** A name that the browsers under test take for this machine. */
export const INSECURE_HOST = "forum.example";

export interface PageServer {
	/** `http://localhost:PORT` */
	origin: string;
	/** The same pages from another origin, for cross-origin frames. */
	otherOrigin: string;
	/** The same pages as a site without encryption has them: unlike this machine's own names, no secure context. */
	insecureOrigin: string;
	/** Paths asked for so far. */
	requested: string[];
	close: () => Promise<void>;
}

/** Serves a folder of pages on this machine. `{{other}}` in a page becomes the other origin. */
export async function servePages(folder: string): Promise<PageServer> {
	const requested: string[] = [];
	const server = createServer((request, response) => {
		const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
		requested.push(path);
		const file = join(folder, path);
		if (!existsSync(file) || extname(file) === "") {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...HEADERS[path] });
		createReadStream(file).pipe(response);
	});
	const port = await listen(server);
	return {
		origin: `http://localhost:${port}`,
		otherOrigin: `http://127.0.0.1:${port}`,
		insecureOrigin: `http://${INSECURE_HOST}:${port}`,
		requested,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				// A browser that still runs holds its connections, and whoever waits here would never hear of an error.
				server.closeAllConnections();
			}),
	};
}

/** Starts a server on a free port, for this machine alone, and returns the port. */
export async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return (server.address() as AddressInfo).port;
}
