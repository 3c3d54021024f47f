import { Detector } from "../detection/find-mentions";
import type { CompiledLexicon } from "../detection/lexicon";
import type { ContentToCard } from "../messaging/card-channel";
import type { PlainCard } from "../messaging/plain-card";
import type { Settings } from "../settings";
import { CardFrame } from "./card-frame";
import { type MentionChoice, MentionChooser } from "./choose-mentions";
import { Highlighter, type PageMention } from "./highlighter";
import { HoverListener } from "./hover-listener";
import { PageScanner } from "./page-scanner";
import { PageWatcher } from "./page-watcher";
import { postAround } from "./post-around";

/** The settings that the lens obeys; it is started anew when one of them changes. */
export type ReadingSettings = MentionChoice & Pick<Settings, "pages" | "opensOn" | "dwellMs" | "underline">;

export interface LensOptions {
	lexicon: CompiledLexicon;
	/** Ids of the symptoms whose card has an explanation or an answer; others are not underlined. */
	shownSymptoms: string[];
	/** Address and origin of the card page. */
	card: { url: string; origin: string; title: string; isPlain: boolean };
	/** Style of the underline, for shadow roots; the document has it from the manifest. */
	highlightStyle: string;
	reading: ReadingSettings;
	/** The card of a symptom as text, for where the frame cannot stand. */
	readPlainCard: (symptomId: string) => Promise<PlainCard | undefined>;
	/** Wakes the background while the reader still rests on the term. */
	wakeBackground: () => void;
	/** Closes the cards of the tab's other frames. */
	closeCardsElsewhere: () => void;
	/** True while the extension that injected this script lives. */
	isAlive: () => boolean;
	/** Aborting it removes every trace of the lens from the page. */
	signal: AbortSignal;
}

/** When to look for shadow roots attached without any other change, in milliseconds after the start: pages build most at once. */
const SHADOW_RECHECKS_MS = [500, 2_000, 5_000, 15_000];

/** A lens at work on one page. */
export interface Lens {
	/** How many different symptoms are underlined. */
	symptomCount(): number;
	/** Closes the card that is open here, if one is. */
	closeCard(): void;
}

/**
 * Puts the lens over the page: finds and underlines symptoms, follows changes,
 * opens cards. Whatever goes wrong, the page stays as it was: the lens takes
 * its underlines off and stops.
 */
export function startLens(options: LensOptions): Lens {
	const stopping = new AbortController();
	const signal = AbortSignal.any([options.signal, stopping.signal]);
	const { reading } = options;
	const highlighter = new Highlighter(reading.underline);
	const guard = (work: () => void) => {
		try {
			if (options.isAlive()) work();
			else stopping.abort();
		} catch {
			// Whatever broke, the reader of the page must not notice: our traces go, the page stays.
			stopping.abort();
		}
	};

	const styledRoots = new WeakSet<ShadowRoot>();
	const scanner = new PageScanner({
		detector: new Detector(options.lexicon),
		chooser: new MentionChooser(options.shownSymptoms, reading),
		isHealthOnly: reading.pages === "health",
		highlighter,
		onShadowRoot: (root) => {
			if (styledRoots.has(root)) return;
			styledRoots.add(root);
			styleShadowRoot(root, options.highlightStyle, signal);
			watcher.watch(root);
			scanner.scan(root);
		},
		onWork: () => hover.recheck(),
		guard,
	});
	const watcher = new PageWatcher({
		scanner,
		highlighter,
		onChange: () => hover.recheck(),
		guard,
	});

	const card = new CardFrame({
		...options.card,
		onMessage: (message) => guard(() => (message.type === "pin" ? hover.pin() : hover.dismiss())),
		readPlainCard: options.readPlainCard,
		onPointerEnter: () => guard(() => hover.pointerOverCard(true)),
		onPointerLeave: () => guard(() => hover.pointerOverCard(false)),
	});
	const hover = new HoverListener({
		highlighter,
		reading,
		guard,
		signal,
		card: {
			prepare: (mention) => {
				options.wakeBackground();
				card.prepare(describeMention(mention, false));
			},
			open: (mention, box, isPinned, isTouched) => {
				options.closeCardsElsewhere();
				card.open(describeMention(mention, isPinned), box, isTouched);
			},
			move: (box) => card.move(box),
			close: () => card.close(),
			closeElsewhere: options.closeCardsElsewhere,
			isCard: (target) => card.isHost(target),
			box: () => card.box,
		},
	});

	// A page restored from the back-forward cache may have changed while it slept.
	const restored = (event: PageTransitionEvent) => {
		if (event.persisted) guard(() => scanner.scan(document.documentElement));
	};
	window.addEventListener("pageshow", restored, { signal });
	document.addEventListener("visibilitychange", () => guard(() => hover.recheck()), { signal });
	// Text can be shown without any attribute we watch: by a checked box, a popover, the address's fragment, the width.
	const recheckHidden = () => guard(() => scanner.recheckHidden());
	for (const type of ["click", "change", "toggle", "transitionend", "hashchange", "resize"]) {
		window.addEventListener(type, recheckHidden, { signal, capture: true, passive: true });
	}
	signal.addEventListener("abort", () => {
		watcher.stop();
		scanner.stop();
		highlighter.clear();
		card.remove();
	});

	const rechecks = SHADOW_RECHECKS_MS.map((wait) => setTimeout(() => guard(() => scanner.recheckShadowHosts()), wait));
	signal.addEventListener("abort", () => rechecks.forEach(clearTimeout));

	watcher.watch(document);
	scanner.scan(document.documentElement);
	return {
		symptomCount: () => highlighter.symptomCount,
		closeCard: () => guard(() => hover.dismiss()),
	};
}

/** Limits of what is handed to the card, in characters; a page may have a title of any length. */
const LONGEST_WORDS = 200;
const LONGEST_TITLE = 300;
const LONGEST_URL = 4_000;
/** So far to both sides of a mention its sentence is looked for. */
const REACH = 800;

function describeMention(
	{ symptomId, assertion, run, start, end, parts }: PageMention,
	isPinned: boolean,
): ContentToCard {
	const from = Math.max(0, start - REACH);
	const words = parts.map((part) => run.text.slice(part.start, part.end).replace(/\s+/g, " ")).join(" … ");
	return {
		type: "show",
		symptomId,
		words: words.slice(0, LONGEST_WORDS),
		assertion,
		text: run.text.slice(from, end + REACH),
		start: start - from,
		end: end - from,
		post: postAround(run),
		pageTitle: document.title.slice(0, LONGEST_TITLE),
		pageUrl: location.href.length <= LONGEST_URL ? location.href : "",
		isPinned,
	};
}

// Chromium applies the document's highlight rules inside shadow roots, Firefox does not.
function styleShadowRoot(root: ShadowRoot, style: string, signal: AbortSignal): void {
	if (!import.meta.env.FIREFOX) return;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(style);
	root.adoptedStyleSheets.push(sheet);
	signal.addEventListener("abort", () => {
		root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
	});
}
