import type { ReactNode, Ref } from "react";
import { i18n } from "#i18n";
import type { Statement } from "../data/schema";
import { AnswersSection } from "./AnswersSection";
import { CopyButton } from "./CopyButton";
import { type CardPart, partsOf, partText } from "./copied-text";
import { EmergencyLead } from "./EmergencyLead";
import { ExplainedText } from "./ExplainedText";
import { FoldedPart } from "./FoldedPart";
import { HelpTiers } from "./HelpTiers";
import { SourceList } from "./SourceList";
import type { SymptomCardProps } from "./SymptomCard";

/** What a card says, in the order in which a worried reader asks. */
export function CardParts({
	symptom,
	emergencies = [],
	emergencyNumber,
	related,
	answers,
	save,
	onRetry,
	onOpenSymptom,
	helpRef,
	afterLead,
}: SymptomCardProps & { helpRef: Ref<HTMLElement>; afterLead: ReactNode }) {
	const parts = partsOf(symptom, emergencyNumber);
	const copyOf = (part: CardPart) => <CopyButton what={part.title} text={() => partText(symptom, part)} />;
	return (
		<>
			<EmergencyLead emergencies={emergencies} number={emergencyNumber} />
			{afterLead}
			{symptom.usuallyHarmless && (
				<Section title={parts.harmless.title} copy={copyOf(parts.harmless)}>
					<p>
						<ExplainedText text={symptom.usuallyHarmless.text} />
					</p>
				</Section>
			)}
			<Section title={parts.explanation.title} copy={symptom.explanation && copyOf(parts.explanation)}>
				<p>{symptom.explanation ? <ExplainedText text={symptom.explanation.text} /> : i18n.t("card.noExplanation")}</p>
				{symptom.namesRedSkin && <p className="quiet">{i18n.t("card.redSkin")}</p>}
			</Section>
			{symptom.triggers.length > 0 && (
				<Section title={parts.triggers.title} copy={copyOf(parts.triggers)}>
					<StatementList statements={symptom.triggers} />
				</Section>
			)}
			{symptom.selfCare.length > 0 && (
				<Section title={parts.selfCare.title} copy={copyOf(parts.selfCare)}>
					<StatementList statements={symptom.selfCare} />
				</Section>
			)}
			<Section title={parts.help.title} copy={copyOf(parts.help)} sectionRef={helpRef}>
				<HelpTiers
					redFlags={symptom.redFlags}
					whenToSeekCare={symptom.whenToSeekCare}
					emergencyNumber={emergencyNumber}
				/>
			</Section>
			{symptom.tests.length > 0 && (
				<FoldedPart kind="tests" title={<h2>{parts.tests.title}</h2>}>
					{copyOf(parts.tests)}
					<StatementList statements={symptom.tests} />
				</FoldedPart>
			)}
			<AnswersSection state={answers} save={save} onRetry={onRetry} />
			{symptom.otherCauses.length > 0 && (
				<FoldedPart kind="other-causes" title={<h2>{parts.otherCauses.title}</h2>}>
					{copyOf(parts.otherCauses)}
					<StatementList statements={symptom.otherCauses} />
				</FoldedPart>
			)}
			{related.length > 0 && (
				<FoldedPart kind="related" isOpenAtFirst title={<h2>{i18n.t("card.related")}</h2>}>
					<ul className="related">
						{related.map((other) => (
							<li key={other.id}>
								<button type="button" onClick={() => onOpenSymptom(other)}>
									{other.name}
								</button>
							</li>
						))}
					</ul>
				</FoldedPart>
			)}
			<SourceList
				sources={[...emergencies.flatMap((emergency) => emergency.sources), ...symptom.sources]}
				review={symptom.review}
			/>
		</>
	);
}

function Section({
	title,
	copy,
	sectionRef,
	children,
}: {
	title: string;
	copy: ReactNode;
	/** Makes the section a place to jump to. */
	sectionRef?: Ref<HTMLElement>;
	children: ReactNode;
}) {
	return (
		<section ref={sectionRef} tabIndex={sectionRef ? -1 : undefined}>
			<div className="card-section-title">
				<h2>{title}</h2>
				{copy}
			</div>
			{children}
		</section>
	);
}

function StatementList({ statements }: { statements: Statement[] }) {
	return (
		<ul>
			{statements.map(({ text }) => (
				<li key={text}>
					<ExplainedText text={text} />
				</li>
			))}
		</ul>
	);
}
