import { lexicon, shownSymptoms } from "virtual:lexicon";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { i18n } from "#i18n";
import { PracticeText } from "../../components/PracticeText";
import { Detector, type Mention } from "../../lib/detection/find-mentions";
import { termOf } from "../../lib/paste/found-symptoms";
import { readParagraphs } from "../../lib/paste/read-paste";
import { TermCard } from "../hooks/TermCard";

/** A paragraph to practise on, with the real detector and the real card. */
export function Practice() {
	const text = i18n.t("welcome.practice");
	const [paragraph] = useState(() => [...readParagraphs([text], new Detector(lexicon), new Set(shownSymptoms))][0]);
	const [shown, setShown] = useState<{ mention: Mention; takesFocus: boolean }>();
	const area = useRef<HTMLDivElement>(null);
	const isComingBack = useRef(false);
	const mention = shown?.mention;

	const show = (opened: Mention, takesFocus: boolean) => {
		if (!isComingBack.current) setShown({ mention: opened, takesFocus });
	};
	const close = () => {
		setShown(undefined);
		const place = mention ? (paragraph?.mentions.indexOf(mention) ?? -1) : -1;
		// The focus on a word opens its card, but not where it only comes back to it.
		isComingBack.current = true;
		area.current?.querySelectorAll<HTMLElement>(".practice-term")[place]?.focus();
		isComingBack.current = false;
	};
	const closeOnEscape = useEffectEvent(({ key }: KeyboardEvent) => {
		if (key !== "Escape") return;
		// The focus would be lost with the card; where it is elsewhere, it stays.
		if (area.current?.contains(document.activeElement)) close();
		else setShown(undefined);
	});
	useEffect(() => {
		if (!mention) return;
		addEventListener("keydown", closeOnEscape);
		return () => removeEventListener("keydown", closeOnEscape);
	}, [mention]);

	if (!paragraph) return null;
	return (
		<div ref={area} className="practice">
			<PracticeText paragraph={paragraph} current={mention} onShow={show} />
			<div className="practice-card">
				{mention ? (
					<TermCard
						key={`${mention.symptomId} ${mention.start}`}
						term={termOf([paragraph], 0, mention)}
						pageTitle={document.title}
						takesFocus={shown.takesFocus}
						onClose={close}
					/>
				) : (
					<p className="quiet">{i18n.t("welcome.cardHere")}</p>
				)}
			</div>
		</div>
	);
}
