import { ArrowLeft, Ellipsis, LifeBuoy, Pin, X } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import type { ShownEmergency } from "../data/emergency-schema";
import type { Answer, SymptomSummary } from "../data/schema";
import type { SymptomText } from "../data/symptom-text";
import type { Assertion } from "../lib/detection/assertion";
import type { AnswersState, SaveActions } from "./AnswersSection";
import { stressedAssertion } from "./assertion-words";
import { CardMenu, type CardTools } from "./CardMenu";
import { CardParts } from "./CardParts";
import { CopyingContext } from "./CopyButton";
import { cardText, spokenLines } from "./copied-text";
import { type Explaining, ExplainingContext } from "./ExplainedText";
import { KnownWord } from "./KnownWord";
import { type LogActions, LogButton, LogForm, useLogging } from "./LogSymptom";
import "./symptom-card.css";

export interface SymptomCardProps {
	symptom: SymptomText;
	/** The words of the page that named it; absent when the reader came another way. */
	words?: string | undefined;
	/** What the page says of it. */
	assertion?: Assertion | undefined;
	/** What the text around the words describes, present and told by who has it. */
	emergencies?: ShownEmergency[];
	/** The reader's emergency number; empty while none is set. */
	emergencyNumber: string;
	related: SymptomSummary[];
	/** Explains other symptoms that the card's own texts name. */
	explaining?: Explaining | undefined;
	answers: AnswersState;
	save: SaveActions;
	/** What the reader can do with the diary; absent where there is none. */
	log?: LogActions | undefined;
	onRetry: () => void;
	onOpenSymptom: (symptom: Pick<SymptomSummary, "id" | "name">) => void;
	onBack?: (() => void) | undefined;
	/** True where the reader came from another card, or asked for this one by a key: the focus goes to its name. */
	takesFocus?: boolean;
	/** Copying, reading aloud, size of text; absent where the page around the card has none of it. */
	tools?: CardTools | undefined;
	/** The reader knows this word and wants it marked no more; false takes that back. Absent where nothing is marked. */
	onKnown?: ((isKnown: boolean) => void) | undefined;
	/** Closing exists only where the card floats, pinning where it would go with the pointer. */
	float?: { onPin?: (() => void) | undefined; onClose: () => void } | undefined;
}

/**
 * The whole card of one symptom: calm part first, warning signs one press away, then answers and sources. Only an
 * emergency that the text itself describes comes before all. The essentials are always open; the rest folds.
 */
export function SymptomCard(props: SymptomCardProps) {
	const { symptom, words, assertion = "present", emergencies = [], emergencyNumber, tools, explaining } = props;
	const { log, onBack, takesFocus = false, onKnown, float } = props;
	const onPin = float?.onPin;
	const help = useRef<HTMLElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		if (takesFocus) heading.current?.focus();
	}, [takesFocus]);
	const close = useRef<HTMLButtonElement>(null);
	const headingId = useId();
	const menuId = useId();
	const more = useRef<HTMLButtonElement>(null);
	const [isMenuOpen, setMenuOpen] = useState(false);
	const [status, setStatus] = useState<{ text: string; count: number }>();
	const logging = useLogging(log);
	const hasEmergency = [...symptom.redFlags, ...symptom.whenToSeekCare].some(({ urgency }) => urgency === "emergency");
	const showHelp = () => {
		help.current?.scrollIntoView({ block: "start" });
		help.current?.focus({ preventScroll: true });
	};
	const toggleMenu = () => {
		if (!isMenuOpen) tools?.onOpenMenu?.();
		setMenuOpen(!isMenuOpen);
	};
	const closeMenu = () => {
		setMenuOpen(false);
		more.current?.focus();
	};
	const copyText = tools?.copy;
	const copy = useMemo(
		() =>
			copyText &&
			((text: string) => {
				const said = i18n.t(copyText(text) ? "copy.done" : "copy.failed");
				setStatus((before) => ({ text: said, count: (before?.count ?? 0) + 1 }));
			}),
		[copyText],
	);
	const copyAndClose = (text: string) => {
		copy?.(text);
		closeMenu();
	};

	return (
		<article className="symptom-card" aria-labelledby={headingId}>
			<header>
				<div className="symptom-card-title">
					{onBack && (
						<button type="button" className="plain" onClick={onBack} aria-label={i18n.t("card.back")}>
							<ArrowLeft size={18} aria-hidden />
						</button>
					)}
					<div>
						<h1 id={headingId} ref={heading} tabIndex={-1}>
							{symptom.name}
						</h1>
						{symptom.clinicalTerm && <p className="clinical-term">{symptom.clinicalTerm}</p>}
						{words && !namesOf(symptom).includes(words.toLowerCase()) && (
							<p className="found-words">{i18n.t("card.found", [words])}</p>
						)}
						{words && assertion !== "present" && (
							<p className="found-assertion">
								<Stressed text={stressedAssertion(assertion)} />
							</p>
						)}
					</div>
					{tools && (
						<button
							ref={more}
							type="button"
							className="plain"
							onClick={toggleMenu}
							aria-label={i18n.t("menu.open")}
							aria-expanded={isMenuOpen}
							aria-controls={menuId}
						>
							<Ellipsis size={18} aria-hidden />
						</button>
					)}
					{float && (
						<>
							{onPin && (
								<button
									type="button"
									className="plain"
									onClick={() => {
										// This button goes with being pressed, and the focus must not go with it.
										close.current?.focus();
										onPin();
									}}
									aria-label={i18n.t("card.pin")}
								>
									<Pin size={18} aria-hidden />
								</button>
							)}
							<button
								ref={close}
								type="button"
								className="plain symptom-card-close"
								onClick={float.onClose}
								aria-label={i18n.t("card.close")}
							>
								<X size={18} aria-hidden />
							</button>
						</>
					)}
				</div>
				<div className="symptom-card-links">
					<button type="button" className="help-link" onClick={showHelp}>
						<LifeBuoy size={16} aria-hidden />
						{i18n.t(hasEmergency ? "card.helpLinkEmergency" : "card.helpLink")}
					</button>
					<LogButton logging={logging} />
					{onKnown && <KnownWord onKnown={onKnown} />}
				</div>
			</header>
			{tools && isMenuOpen && (
				<CardMenu
					id={menuId}
					tools={tools}
					spokenLines={() => spokenLines(symptom, { emergencies, emergencyNumber })}
					onCopyCard={() => copyAndClose(cardText(symptom, emergencyNumber, answersOf(props.answers)))}
					onCopyReport={copyAndClose}
					onClose={closeMenu}
				/>
			)}

			{/* Text that scrolls has to be reachable for the keyboard as well. */}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes focus, WCAG 2.1.1 */}
			<section className="symptom-card-body" tabIndex={0} aria-labelledby={headingId}>
				<CopyingContext value={copy}>
					<ExplainingContext value={explaining}>
						<CardParts {...props} helpRef={help} afterLead={<LogForm logging={logging} />} />
					</ExplainingContext>
				</CopyingContext>
			</section>
			<p role="status" className="card-status">
				{/* A new element each time: what stands there already would not be read out again. */}
				{status && <span key={status.count}>{status.text}</span>}
			</p>
			<footer>{i18n.t("card.notDiagnosis")}</footer>
		</article>
	);
}

function answersOf(state: AnswersState): Answer[] {
	return state.name === "found" ? state.answers.map(({ answer }) => answer) : [];
}

// What stands in the card's heading anyway is not repeated below it.
function namesOf({ name, clinicalTerm }: SymptomText): string[] {
	return [name.toLowerCase(), clinicalTerm?.toLowerCase() ?? name];
}

/** A message in which `*` stands around the word that is stressed. */
function Stressed({ text }: { text: string }) {
	const [before, stressed, after] = text.split("*");
	return (
		<>
			{before}
			{stressed && <strong>{stressed}</strong>}
			{after}
		</>
	);
}
