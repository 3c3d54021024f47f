import { createServer } from "node:http";
import { listen } from "./serve-pages";

/** A proxy that answers nobody and remembers who was asked for. */
export interface Sinkhole {
	port: number;
	/** Host names that the browser tried to reach, apart from its maker's own services. */
	reachedFor: () => string[];
	/** Host names of its maker's services that it tried to reach. */
	makersReachedFor: () => string[];
	/** Remembers an address that a page of ours asked for, whether or not its content policy let it. */
	noteOurs: (address: string) => void;
	askedByOurs: () => string[];
	/** Forgets who was asked for: a test that asked itself does not want to fail of it. */
	forget: () => void;
	close: () => void;
}

/**
 * The browsers' own calls (updates, blocklists, sign-in) happen with any profile and no extension at all; they are told
 * apart by their host. Of a maker whose hosts pages ask for fonts and statistics, only those that a browser asks.
 */
const VENDOR_HOSTS =
	/^(?:accounts\.google\.com|clients\d\.google\.com|(?:update|content-autofill|optimizationguide-pa|safebrowsing)\.googleapis\.com|(?:.+\.)?gvt1\.com|(?:.+\.)?mozilla\.(?:com|net|org)|(?:.+\.)?firefox\.com)$/;

/** Starts a sinkhole; the browser under test gets it as its only way out. */
export async function openSinkhole(): Promise<Sinkhole> {
	const hosts = new Set<string>();
	const ours = new Set<string>();
	const server = createServer((request, response) => {
		hosts.add(URL.canParse(request.url ?? "") ? new URL(request.url ?? "").hostname : (request.headers.host ?? "?"));
		response.writeHead(403).end();
	});
	server.on("connect", (request, socket) => {
		hosts.add((request.url ?? "").replace(/:\d+$/, ""));
		// A browser may hang up before it is told no; the server no longer listens for that on a tunnel's socket.
		socket.on("error", () => socket.destroy());
		socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
	});
	const port = await listen(server);
	return {
		port,
		reachedFor: () => [...hosts].filter((host) => !VENDOR_HOSTS.test(host)),
		makersReachedFor: () => [...hosts].filter((host) => VENDOR_HOSTS.test(host)),
		noteOurs: (address) => ours.add(address),
		askedByOurs: () => [...ours],
		forget: () => {
			hosts.clear();
			ours.clear();
		},
		close: () => server.close(),
	};
}
