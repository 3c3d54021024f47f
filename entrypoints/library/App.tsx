import { useState } from "react";
import { i18n } from "#i18n";
import { createSavedListStore } from "../../lib/messaging/saved-list";
import { SavedAnswers } from "../hooks/SavedAnswers";

/** The full-page library: everything the reader has saved. */
export function App() {
	const [query, setQuery] = useState("");
	const [savedList] = useState(createSavedListStore);
	return (
		<main className="library">
			<h1>{i18n.t("library.heading")}</h1>
			<p>{i18n.t("library.intro")}</p>
			<h2>{i18n.t("saved.heading")}</h2>
			<search className="library-search">
				<label htmlFor="query">{i18n.t("saved.search")}</label>
				<input
					id="query"
					type="search"
					value={query}
					maxLength={200}
					autoComplete="off"
					onChange={(event) => setQuery(event.target.value)}
				/>
			</search>
			<SavedAnswers store={savedList} query={query} />
		</main>
	);
}
