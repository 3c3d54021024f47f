import { ArrowLeft, LifeBuoy, Pin, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { i18n } from "#i18n";
import type { ShownEmergency } from "../data/emergency-schema";
import type { Statement, SymptomSummary } from "../data/schema";
import type { SymptomText } from "../data/symptom-text";
import type { Assertion } from "../lib/detection/assertion";
import { AnswersSection, type AnswersState, type SaveActions } from "./AnswersSection";
import { EmergencyLead } from "./EmergencyLead";
import { HelpTiers } from "./HelpTiers";
import { type LogActions, LogButton, LogForm, useLogging } from "./LogSymptom";
import { SourceList } from "./SourceList";
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
	answers: AnswersState;
	save: SaveActions;
	/** What the reader can do with the diary; absent where there is none. */
	log?: LogActions | undefined;
	onRetry: () => void;
	onOpenSymptom: (symptom: SymptomSummary) => void;
	onBack?: (() => void) | undefined;
	/** True where the reader came from another card: the focus would be lost with it. */
	takesFocus?: boolean;
	/** Pinning and closing exist only where the card floats over a page. */
	float?: { isPinned: boolean; onPin: () => void; onClose: () => void } | undefined;
}

/**
 * The whole card of one symptom: calm part first, warning signs one press away, then answers and sources. Only an
 * emergency that the text itself describes comes before all.
 */
export function SymptomCard({
	symptom,
	words,
	assertion = "present",
	emergencies = [],
	emergencyNumber,
	related,
	answers,
	save,
	log,
	onRetry,
	onOpenSymptom,
	onBack,
	takesFocus = false,
	float,
}: SymptomCardProps) {
	const help = useRef<HTMLElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		if (takesFocus) heading.current?.focus();
	}, [takesFocus]);
	const headingId = useId();
	const logging = useLogging(log);
	const hasEmergency = [...symptom.redFlags, ...symptom.whenToSeekCare].some(({ urgency }) => urgency === "emergency");
	const showHelp = () => {
		help.current?.scrollIntoView({ block: "start" });
		help.current?.focus({ preventScroll: true });
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
								<Stressed
									text={i18n.t(
										assertion === "other-person" ? "card.assertion.otherPerson" : `card.assertion.${assertion}`,
									)}
								/>
							</p>
						)}
					</div>
					{float && (
						<>
							{!float.isPinned && (
								<button type="button" className="plain" onClick={float.onPin} aria-label={i18n.t("card.pin")}>
									<Pin size={18} aria-hidden />
								</button>
							)}
							<button type="button" className="plain" onClick={float.onClose} aria-label={i18n.t("card.close")}>
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
				</div>
			</header>

			{/* Text that scrolls has to be reachable for the keyboard as well. */}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes focus, WCAG 2.1.1 */}
			<section className="symptom-card-body" tabIndex={0} aria-labelledby={headingId}>
				<EmergencyLead emergencies={emergencies} number={emergencyNumber} />
				<LogForm logging={logging} />
				{symptom.usuallyHarmless && (
					<Section title={i18n.t("card.usuallyHarmless")}>
						<p>{symptom.usuallyHarmless.text}</p>
					</Section>
				)}
				<Section title={i18n.t("card.whatItIs")}>
					<p>{symptom.explanation?.text ?? i18n.t("card.noExplanation")}</p>
					{symptom.namesRedSkin && <p className="quiet">{i18n.t("card.redSkin")}</p>}
				</Section>
				<StatementSection title={i18n.t("card.triggers")} statements={symptom.triggers} />
				<StatementSection title={i18n.t("card.selfCare")} statements={symptom.selfCare} />
				<section ref={help} tabIndex={-1}>
					<h2>{i18n.t("card.help")}</h2>
					<HelpTiers
						redFlags={symptom.redFlags}
						whenToSeekCare={symptom.whenToSeekCare}
						emergencyNumber={emergencyNumber}
					/>
				</section>
				<StatementSection title={i18n.t("card.tests")} statements={symptom.tests} />
				<AnswersSection state={answers} save={save} onRetry={onRetry} />
				<FoldedStatements title={i18n.t("card.otherCauses")} statements={symptom.otherCauses} />
				{related.length > 0 && (
					<Section title={i18n.t("card.related")}>
						<ul className="related">
							{related.map((other) => (
								<li key={other.id}>
									<button type="button" onClick={() => onOpenSymptom(other)}>
										{other.name}
									</button>
								</li>
							))}
						</ul>
					</Section>
				)}
				<SourceList
					sources={[...emergencies.flatMap((emergency) => emergency.sources), ...symptom.sources]}
					review={symptom.review}
				/>
			</section>
			<footer>{i18n.t("card.notDiagnosis")}</footer>
		</article>
	);
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

function Section({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section>
			<h2>{title}</h2>
			{children}
		</section>
	);
}

function StatementSection({ title, statements }: { title: string; statements: Statement[] }) {
	if (statements.length === 0) return null;
	return (
		<Section title={title}>
			<StatementList statements={statements} />
		</Section>
	);
}

function FoldedStatements({ title, statements }: { title: string; statements: Statement[] }) {
	if (statements.length === 0) return null;
	return (
		<details>
			<summary>{title}</summary>
			<StatementList statements={statements} />
		</details>
	);
}

function StatementList({ statements }: { statements: Statement[] }) {
	return (
		<ul>
			{statements.map(({ text }) => (
				<li key={text}>{text}</li>
			))}
		</ul>
	);
}
