import { Detector } from "../detection/find-mentions";
import type { CompiledLexicon } from "../detection/lexicon";
import type { PlainCard } from "../messaging/plain-card";
import type { ListedTerms, PagesToContent } from "../messaging/protocol";
import type { Settings } from "../settings";
import { CardFrame } from "./card-frame";
import { type MentionChoice, MentionChooser } from "./choose-mentions";
import { describeMention, describePlace } from "./describe-mention";
import { Highlighter, type PageMention } from "./highlighter";
import { HoverListener } from "./hover-listener";
import { inPageOrder } from "./page-order";
import { PageScanner } from "./page-scanner";
import { PageWatcher } from "./page-watcher";
import { positionInRun } from "./text-blocks";

/** The settings that the lens obeys; it is started anew when one of them changes. */
type ReadingSettings = MentionChoice & Pick<Settings, "pages" | "opensOn" | "dwellMs" | "underline">;

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
	/** Called when mentions came or went, but never on a page that has had none, and not while the page is hidden. */
	onTermsChanged: () => void;
	/** True while the extension that injected this script lives. */
	isAlive: () => boolean;
	/** Aborted, it removes every trace of the lens from the page. */
	signal: AbortSignal;
	/** Aborts the signal: the lens does so itself when something breaks. */
	stop: () => void;
}

/** When to look for shadow roots attached without any other change, in milliseconds after the start: pages build most at once. */
const SHADOW_RECHECKS_MS = [500, 2_000, 5_000, 15_000];

/** Mentions are told of at most so often, in milliseconds: a page that keeps changing must not keep the background awake. */
const TELL_EVERY_MS = 500;

/** Most mentions in a list: more than a reader goes through, and little enough for one message. */
const MOST_LISTED = 400;

/** A lens at work on one page. */
export interface Lens extends Pick<PagesToContent, "listTerms" | "readTerm" | "showTerm"> {
	/** The different symptoms that are underlined. */
	symptomIds(): string[];
	/** Closes the card that is open here, if one is. */
	closeCard(): void;
}

/**
 * Puts the lens over the page: finds and underlines symptoms, follows changes,
 * opens cards. Whatever goes wrong, the page stays as it was: the lens takes
 * its underlines off and stops.
 */
export function startLens(options: LensOptions): Lens {
	const { reading, signal, stop } = options;
	const highlighter = new Highlighter(reading.underline);
	const guard = (work: () => void) => {
		try {
			if (options.isAlive()) work();
			else stop();
		} catch (error) {
			if (import.meta.env.DEV) console.error(error);
			// Whatever broke, the reader of the page must not notice: our traces go, the page stays.
			stop();
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
		onWork: () => followChange(),
		guard,
	});
	const watcher = new PageWatcher({
		scanner,
		highlighter,
		onChange: () => followChange(),
		guard,
	});

	let told = 0;
	let telling: ReturnType<typeof setTimeout> | undefined;
	let last: ListedTerms["last"];
	const followChange = () => {
		hover.recheck();
		if (document.hidden || highlighter.changes === told) return;
		telling ??= setTimeout(() => {
			telling = undefined;
			told = highlighter.changes;
			options.onTermsChanged();
		}, TELL_EVERY_MS);
	};

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
				last = { number: mention.number, at: Date.now() };
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
		if (!event.persisted) return;
		// The browser takes the badge off a page that is left.
		told = 0;
		guard(() => scanner.scan(document.documentElement));
	};
	window.addEventListener("pageshow", restored, { signal });
	document.addEventListener("visibilitychange", () => guard(followChange), { signal });
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
		clearTimeout(telling);
		if (told > 0) options.onTermsChanged();
	});

	const rechecks = SHADOW_RECHECKS_MS.map((wait) => setTimeout(() => guard(() => scanner.recheckShadowHosts()), wait));
	signal.addEventListener("abort", () => rechecks.forEach(clearTimeout));

	watcher.watch(document);
	scanner.scan(document.documentElement);
	return {
		symptomIds: () => [...new Set(highlighter.mentions.map((mention) => mention.symptomId))],
		listTerms: () => ({
			terms: inPageOrder(highlighter.mentions)
				.slice(0, MOST_LISTED)
				.map((mention) => ({ number: mention.number, ...describePlace(mention) })),
			last,
		}),
		readTerm: ({ number }) => {
			const mention = highlighter.find(number);
			return mention && describeMention(mention, false);
		},
		showTerm: ({ number, takesFocus }) => {
			const mention = highlighter.find(number);
			if (!mention || !scrollTo(mention, highlighter)) return false;
			hover.showPinned(mention);
			if (takesFocus && !card.focus()) hover.dismiss();
			return true;
		},
		closeCard: () => guard(() => hover.dismiss()),
	};
}

/** Brings a mention into the middle of the window, whatever scrolls around it; false if it is not drawn. */
function scrollTo(mention: PageMention, highlighter: Highlighter): boolean {
	// At once, also on pages that scroll smoothly: the card opens where the words stand then.
	const behavior = "instant";
	positionInRun(mention.run, mention.start).node.parentElement?.scrollIntoView({ block: "center", behavior });
	const [box] = highlighter.boxesOf(mention);
	// The middle of a long paragraph may be far from the words.
	if (box) scrollBy({ top: box.top - innerHeight / 2, behavior });
	return box !== undefined;
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
