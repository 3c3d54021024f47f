import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "./raw-browser";

const PAGE = "empty-frame.html";

/** A page that tells its parent when it was painted: a message is handled after the document has been laid out and painted. */
const PAINTED = `requestAnimationFrame(() => {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => parent.postMessage({ painted: performance.timeOrigin + performance.now() }, "*");
	port2.postMessage(undefined);
});
`;

/** Gives a copy of the extension an empty page that may be put into frames as the card may. */
export function addEmptyFrame(extension: string): void {
	writeFileSync(
		join(extension, PAGE),
		`<!doctype html><title>Empty</title><p>Empty</p><script src="empty-frame.js"></script>`,
	);
	writeFileSync(join(extension, "empty-frame.js"), PAINTED);
	const path = join(extension, "manifest.json");
	const manifest = JSON.parse(readFileSync(path, "utf8"));
	manifest.web_accessible_resources.push({ resources: [PAGE], matches: ["<all_urls>"] });
	writeFileSync(path, JSON.stringify(manifest));
}

/** Puts the empty page into a frame of a tab, as large as the card; returns how long it took until painted, in milliseconds. */
export function paintEmptyFrame(tab: Session, extensionId: string): Promise<number> {
	return tab.evaluate(paintFrame, `chrome-extension://${extensionId}/${PAGE}`);
}

function paintFrame(url: string): Promise<number> {
	return new Promise((resolve) => {
		const began = performance.timeOrigin + performance.now();
		const frame = document.createElement("iframe");
		Object.assign(frame.style, { position: "fixed", inset: "0 auto auto 0", width: "390px", height: "460px" });
		addEventListener("message", ({ data }) => {
			if (typeof data?.painted === "number") resolve(data.painted - began);
		});
		frame.src = url;
		document.body.append(frame);
	});
}
