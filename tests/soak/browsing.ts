import type { CDPSession, Page } from "puppeteer-core";
import { browserKind, pause, type TestBrowser, until } from "../e2e/test-browser";
import { CpuMeter, type CpuShare } from "./cpu";
import { measureCard, measurePage, measureWorker } from "./measure";
import { type Plan, quotaOf } from "./plan";
import { hoverTerms, leaveCard, openCard, rangeCount, type Saved, saveInCard, untilRead } from "./reader";
import type { Site } from "./site";
import type { Sample } from "./verdict";

/** Cards opened on one visited page, at most: people read on. */
const HOVERS_PER_VISIT = 4;

/** Posts of a view of the app, and the most that its feed keeps: feeds drop what was scrolled past. */
const POSTS_PER_VIEW = 8;
const MOST_POSTS = 40;

/** Posts are appended so many at once. */
const BATCH = 10;

/** Attempts at a minute's hovers, per hover: some terms of some pages cannot be reached. */
const TRIES = 3;

/** Cards opened for one save, at most: if so many have nothing to save, saving is broken. */
const SAVE_TRIES = 20;

/** A frame is kept for 30 s after its card was closed, and is gone by then, in milliseconds. */
const CARD_FRAME_MS = 45_000;

/** What `tests/pages/app.html` offers. */
interface AppWindow {
	app: {
		open: (route: string, texts: string[]) => void;
		append: (texts: string[]) => void;
		trim: (most: number) => void;
	};
}

/** Somebody who reads in two tabs: one that goes from page to page, and one that stays open and is never loaded anew. */
export class Browsing {
	readonly done = { hovers: 0, saves: 0, visits: 0, routes: 0, posts: 0 };
	readonly saved: Saved[] = [];
	readonly #test: TestBrowser;
	readonly #site: Site;
	readonly #visiting: Page;
	readonly app: Page;
	/** Undefined in Firefox, whose driver measures neither heaps nor counts. */
	#sessions: { visiting: CDPSession; app: CDPSession; cpu: CpuMeter } | undefined;
	#nextPost = 0;
	#nextVisit = 0;

	private constructor(test: TestBrowser, site: Site, visiting: Page, app: Page) {
		this.#test = test;
		this.#site = site;
		this.#visiting = visiting;
		this.app = app;
	}

	static async start(test: TestBrowser, site: Site): Promise<Browsing> {
		const visiting = await test.newPage();
		const app = await test.newPage();
		await app.goto(site.app);
		const browsing = new Browsing(test, site, visiting, app);
		if (browserKind === "chromium") {
			browsing.#sessions = {
				visiting: await visiting.createCDPSession(),
				app: await app.createCDPSession(),
				cpu: await CpuMeter.start(test.browser),
			};
		}
		return browsing;
	}

	/**
	 * Loads every page once. Chromium keeps the documents of some frames of pages that were left, with and without us;
	 * it keeps them once, so they are there before the first measurement.
	 */
	async seeEveryPage(): Promise<void> {
		for (const url of this.#site.visited) await this.#load(url);
	}

	/** Does what falls into one minute of the plan. */
	async live(plan: Plan, minute: number): Promise<void> {
		const quota = (total: number) => quotaOf(total, minute, plan.minutes);
		const hoversBefore = this.done.hovers;
		for (let left = quota(plan.visits); left > 0; left--) await this.#visit();
		await this.#watched("app", async () => {
			await this.app.bringToFront();
			for (let left = quota(plan.routes); left > 0; left--) await this.#openRoute();
			await this.#growFeed(quota(plan.posts));
			for (let left = quota(plan.saves); left > 0; left--) await this.#save();
			await this.#hoverInApp(quota(plan.hovers) - (this.done.hovers - hoversBefore));
		});
		await this.#sessions?.cpu.look();
	}

	/** Measures both tabs where they always are measured: on the same page and in the same view, each with an open card. */
	async sample(minute: number): Promise<Sample> {
		const places: Sample["places"] = {};
		const sessions = this.#sessions;
		// All cards share a process: the frame of the other tab's last one would be measured with this tab's.
		const isGone = async () => this.app.frames().length === 1;
		await until(isGone, "the frame of the last card is gone", CARD_FRAME_MS);
		await this.#visiting.bringToFront();
		await this.#load(this.#site.reference);
		await openCard(this.#visiting, 0);
		places["reference page"] = sessions
			? await measurePage(this.#visiting, sessions.visiting)
			: { ranges: await rangeCount(this.#visiting) };
		if (sessions) {
			places.card = await measureCard(this.#visiting);
			places.worker = await measureWorker(this.#test.browser);
		}
		await leaveCard(this.#visiting);
		await this.app.bringToFront();
		await this.#showInApp("home", this.#site.posts.slice(0, POSTS_PER_VIEW));
		await openCard(this.app, 0);
		places["tab never reloaded"] = sessions
			? await measurePage(this.app, sessions.app)
			: { ranges: await rangeCount(this.app) };
		await leaveCard(this.app);
		return { minute, places };
	}

	/** The extension's part of the processor so far; undefined where it cannot be measured. */
	cpuShare(): Promise<CpuShare> | undefined {
		return this.#sessions?.cpu.stop();
	}

	async #visit(): Promise<void> {
		await this.#visiting.bringToFront();
		const url = this.#site.visited[this.#nextVisit++ % this.#site.visited.length] as string;
		await this.#watched("visiting", async () => {
			await this.#load(url);
			this.done.visits++;
			this.done.hovers += await hoverTerms(this.#visiting, HOVERS_PER_VISIT);
		});
	}

	async #load(url: string): Promise<void> {
		await this.#visiting.goto(url, { waitUntil: "domcontentloaded" });
		await untilRead(this.#visiting);
	}

	async #openRoute(): Promise<void> {
		await this.#showInApp(`question-${this.done.routes}`, this.#posts(POSTS_PER_VIEW));
		this.done.routes++;
	}

	async #showInApp(route: string, texts: string[]): Promise<void> {
		await this.app.evaluate((name, posts) => (window as unknown as AppWindow).app.open(name, posts), route, texts);
		await untilRead(this.app);
	}

	/** Lets the feed gain posts, and scrolls to its end as often as it does. */
	async #growFeed(count: number): Promise<void> {
		for (let left = count; left > 0; left -= BATCH) {
			const posts = this.#posts(Math.min(BATCH, left));
			await this.app.evaluate(
				(texts, most) => {
					const { app } = window as unknown as AppWindow;
					app.append(texts);
					app.trim(most);
					scrollTo(0, document.body.scrollHeight);
				},
				posts,
				MOST_POSTS,
			);
			await pause(200);
			this.done.posts += posts.length;
		}
		await untilRead(this.app);
	}

	async #save(): Promise<void> {
		// Of some cards all answers are saved already, those of other symptoms with them.
		for (let tries = 0; tries < SAVE_TRIES; tries++) {
			await this.#showInApp(`to-save-${this.#nextPost}`, this.#posts(1));
			if (!(await openCard(this.app, 0))) continue;
			this.done.hovers++;
			const saved = await saveInCard(this.app);
			await leaveCard(this.app);
			if (!saved) continue;
			this.saved.push(saved);
			this.done.saves++;
			return;
		}
	}

	async #hoverInApp(count: number): Promise<void> {
		let left = count;
		for (let tries = 0; left > 0 && tries < TRIES * count; tries++) {
			await this.#showInApp(`to-read-${this.#nextPost}`, this.#posts(POSTS_PER_VIEW));
			const opened = await hoverTerms(this.app, Math.min(left, POSTS_PER_VIEW));
			this.done.hovers += opened;
			left -= opened;
		}
	}

	/** The next posts, in a circle. */
	#posts(count: number): string[] {
		const { posts } = this.#site;
		return Array.from({ length: count }, () => posts[this.#nextPost++ % posts.length] as string);
	}

	#watched<T>(tab: "visiting" | "app", work: () => Promise<T>): Promise<T> {
		const sessions = this.#sessions;
		return sessions ? sessions.cpu.watch(sessions[tab], work) : work();
	}
}
