import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { SearchResults } from "../../components/SearchResults";
import type { SymptomGroup } from "../../lib/terms/group-terms";
import { useSearch } from "../hooks/use-search";
import { Explained } from "./Explained";

/** What is known of the words that the reader selected on a page; typing errors do not matter. */
export function Asked({ text, onBack }: { text: string; onBack: () => void }) {
	const heading = useRef<HTMLHeadingElement>(null);
	const [query, setQuery] = useState(text);
	const [opened, setOpened] = useState<SymptomGroup>();
	const search = useSearch(query);
	// The reader asked from the page's menu, so the answer takes the focus.
	useEffect(() => {
		if (!opened) heading.current?.focus();
	}, [opened]);

	if (opened) {
		return <Explained tabId={undefined} group={opened} onBack={() => setOpened(undefined)} />;
	}
	return (
		<div className="panel">
			<header>
				<h1 ref={heading} tabIndex={-1} dir="auto">
					{i18n.t("panel.asked", [query])}
				</h1>
				<button type="button" onClick={onBack}>
					{i18n.t("panel.backToPage")}
				</button>
			</header>
			<main>
				<SearchResults
					symptoms={search.symptoms}
					answers={search.answers}
					save={search.save}
					onOpenSymptom={({ id, name, clinicalTerm }) => setOpened({ id, name, clinicalTerm, terms: [] })}
					onSearch={setQuery}
					onRetry={search.retry}
				/>
			</main>
			<footer>
				<p>{i18n.t("card.notDiagnosis")}</p>
			</footer>
		</div>
	);
}
