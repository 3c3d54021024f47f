import { describe, expect, it } from "vitest";
import { isOnForSite, siteHost } from "../lib/settings";

const view = (href: string, ancestors?: string[], referrer = "") => {
	const location = {
		href,
		...(ancestors && { ancestorOrigins: { length: ancestors.length, item: (at: number) => ancestors[at] ?? null } }),
	};
	return { location, document: { referrer }, top: undefined } as unknown as Window;
};

describe("siteHost", () => {
	it("is the host of the address bar, also deep inside frames", () => {
		expect(siteHost(view("https://ads.example/x", ["https://mid.example", "https://news.example"]))).toBe(
			"news.example",
		);
	});

	it("is the page's own host at the top", () => {
		expect(siteHost(view("https://news.example/a?b", []))).toBe("news.example");
	});

	it("is the embedding page's host where the browser names no ancestors", () => {
		expect(siteHost(view("https://ads.example/x", undefined, "https://news.example/"))).toBe("news.example");
	});

	it("is empty for an address that has none", () => {
		expect(siteHost(view("about:srcdoc", []))).toBe("");
	});
});

describe("isOnForSite", () => {
	it("is on where nothing was switched off", () => {
		expect(isOnForSite("news.example", { salt: "", offSiteHashes: [] })).toBe(true);
	});

	it("is off for a site on the list, with or without www, and for hardly any other", () => {
		// FNV-1a of "salt:news.example" is ff6ca6b2; its lowest 20 bits, with the highest mixed in.
		const settings = { salt: "salt", offSiteHashes: ["hs90"] };

		expect(isOnForSite("news.example", settings)).toBe(false);
		expect(isOnForSite("www.news.example", settings)).toBe(false);
		const others = Array.from({ length: 10_000 }, (_, index) => `site${index}.example`);
		expect(others.filter((host) => !isOnForSite(host, settings)).length).toBeLessThanOrEqual(2);
	});

	it("says nothing certain of a site: others share its hash", () => {
		const settings = { salt: "salt", offSiteHashes: ["hs90"] };

		expect(isOnForSite("news.example", settings)).toBe(false);
		expect(isOnForSite("762049.example", settings)).toBe(false);
	});
});
