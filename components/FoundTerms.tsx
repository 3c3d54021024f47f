import { i18n } from "#i18n";
import type { FoundWords } from "../lib/paste/found-symptoms";
import { plainAssertion } from "./assertion-words";

export interface FoundTermsProps {
	symptoms: { id: string; name: string; found: FoundWords[] }[];
	onOpen: (symptomId: string, found: FoundWords) => void;
}

/** The symptoms that a text names, in its order, each with the words that name it: a button opens the card. */
export function FoundTerms({ symptoms, onOpen }: FoundTermsProps) {
	return (
		<ul className="found-terms">
			{symptoms.map(({ id, name, found }) => (
				<li key={id}>
					<h4>{name}</h4>
					<ul>
						{found.map((way) => (
							<li key={`${way.assertion} ${way.words.toLowerCase()}`}>
								<button type="button" onClick={() => onOpen(id, way)}>
									<span dir="auto">
										{way.places.length > 1
											? i18n.t("paste.times", [way.words, way.places.length.toLocaleString()])
											: way.words}
									</span>{" "}
									{way.assertion !== "present" && (
										<span className="found-assertion">{plainAssertion(way.assertion)}</span>
									)}
								</button>
							</li>
						))}
					</ul>
				</li>
			))}
		</ul>
	);
}
