import { i18n } from "#i18n";
import type { FoundTerm, SymptomGroup, TermPlace } from "../lib/terms/group-terms";
import { plainAssertion } from "./assertion-words";
import "./term-list.css";

/** The terms of a page by symptom: the accessible twin of its underlines. Each is a button that shows it on the page. */
export function TermList({
	groups,
	shown,
	onShow,
	onExplain,
}: {
	groups: SymptomGroup[];
	/** The term whose card is open on the page. */
	shown: TermPlace | undefined;
	onShow: (place: TermPlace) => void;
	onExplain: (group: SymptomGroup) => void;
}) {
	return groups.map((group) => (
		<section key={group.id} className="term-group" aria-labelledby={`group-${group.id}`}>
			<header>
				<div>
					<h2 id={`group-${group.id}`}>
						{group.name} <span className="term-count">{i18n.t("panel.times", group.terms.length)}</span>
					</h2>
					{group.clinicalTerm && <p className="term-detail">{group.clinicalTerm}</p>}
				</div>
				<button
					type="button"
					data-explains={group.id}
					aria-label={i18n.t("panel.explainNamed", [group.name])}
					onClick={() => onExplain(group)}
				>
					{i18n.t("panel.explain")}
				</button>
			</header>
			<ul>
				{group.terms.map((term) => (
					<li key={`${term.frameId}.${term.number}`}>
						<TermButton
							term={term}
							isShown={shown?.frameId === term.frameId && shown.number === term.number}
							onShow={() => onShow(term)}
						/>
					</li>
				))}
			</ul>
		</section>
	));
}

function TermButton({ term, isShown, onShow }: { term: FoundTerm; isShown: boolean; onShow: () => void }) {
	return (
		<button type="button" className="term-place" aria-current={isShown ? "true" : undefined} onClick={onShow}>
			<span dir="auto">
				{term.sentence.map(({ text, isMarked }, index) =>
					// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence never change places
					isMarked ? <mark key={index}>{text}</mark> : text,
				)}
			</span>
			{term.assertion !== "present" && <span className="term-detail">{plainAssertion(term.assertion)}</span>}
		</button>
	);
}
