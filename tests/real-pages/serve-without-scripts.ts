import { createServer } from "node:http";
import { listen, type PageServer } from "../e2e/serve-pages";

/**
 * The pages of another server with their scripts forbidden by a header. Turning
 * scripts off in the browser instead would silence the extension on the page too.
 */
export async function serveWithoutScripts(pages: PageServer): Promise<{ origin: string; close: () => void }> {
	const server = createServer(async (request, response) => {
		const original = await fetch(`${pages.origin}${request.url}`);
		response.writeHead(original.status, {
			"content-type": original.headers.get("content-type") ?? "application/octet-stream",
			"content-security-policy": "script-src 'none'",
		});
		response.end(new Uint8Array(await original.arrayBuffer()));
	});
	const port = await listen(server);
	return { origin: `http://localhost:${port}`, close: () => server.close() };
}
