import { symptomIndex } from "virtual:symptom-index";
import { FoldingContext } from "../../components/FoldedPart";
import type { HighlightReporting } from "../../components/HighlightReport";
import type { SymptomCardProps } from "../../components/SymptomCard";
import { UnknownSymptom } from "../../components/UnknownSymptom";
import type { SymptomId } from "../../data/schema";
import type { Assertion } from "../../lib/detection/assertion";
import { CardLayer, type TakesFocus } from "./CardLayer";
import type { TermContext } from "./term-context";
import type { CardTrailView } from "./use-card-trail";
import { useEmergencies } from "./use-emergencies";
import { logActionsOf } from "./use-log";

/** What the first card is of. */
export interface CardStart {
	/** As a page or a list names it; this version may have no such entry. */
	symptomId: string;
	/** The words that named it, and what their text says of it; absent where the reader came another way. */
	found?: { words: string; assertion: Assertion } | undefined;
	/** The sentence that they stand in; its fields are empty where there is none. */
	context: TermContext;
	/** The paragraphs around them. */
	post?: string[] | undefined;
	/** What can be reported about the words. */
	report?: HighlightReporting | undefined;
}

/** The card of a symptom, and over it those that the reader opened from it. Empty while preferences are read. */
export function CardTrail({
	view: { start, trail, emergencyNumber, open, back, tools, folding },
	first: { symptomId, found, context, post, report },
	className = "",
	takesFocus,
	onBack,
	onKnown,
	float,
}: {
	view: CardTrailView;
	first: CardStart;
	className?: string;
	/** Of the first card; those opened from it take it always. */
	takesFocus: TakesFocus;
	/** Leaves the first card. */
	onBack?: () => void;
	onKnown?: (symptomId: SymptomId, isKnown: boolean) => void;
	float?: SymptomCardProps["float"];
}) {
	const emergencies = useEmergencies(post);
	const firstId = symptomIndex.find(({ id }) => id === symptomId)?.id;
	if (!tools) return null;
	if (firstId === undefined) return <UnknownSymptom onBack={onBack} />;
	const common = (id: SymptomId, depth: number) => ({
		symptomId: id,
		context,
		emergencies,
		emergencyNumber,
		isOnTop: depth === trail.length,
		onOpenSymptom: open,
		onKnown: onKnown && ((isKnown: boolean) => onKnown(id, isKnown)),
		log: logActionsOf(id),
		float,
	});
	return (
		<FoldingContext value={folding}>
			<div className={`card-layers ${className}`}>
				<CardLayer
					key={start}
					{...common(firstId, 0)}
					said={found?.assertion ?? null}
					words={found?.words}
					assertion={found?.assertion}
					takesFocus={takesFocus}
					onBack={onBack}
					tools={{ ...tools, report }}
				/>
				{trail.map((id, index) => (
					<CardLayer
						// biome-ignore lint/suspicious/noArrayIndexKey: the same symptom may lie on the trail twice
						key={`${index} ${id}`}
						{...common(id, index + 1)}
						said={null}
						takesFocus
						onBack={back}
						tools={tools}
					/>
				))}
			</div>
		</FoldingContext>
	);
}
