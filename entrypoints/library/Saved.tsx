import { useState } from "react";
import { i18n } from "#i18n";
import { createSavedListStore } from "../../lib/messaging/saved-list";
import { SavedAnswers } from "../hooks/SavedAnswers";

/** What the reader has saved, with a search through it. */
export function Saved() {
	const [query, setQuery] = useState("");
	const [savedList] = useState(createSavedListStore);
	return (
		<>
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
		</>
	);
}
