/** What a reader reports about words that were marked wrongly. */
export interface ReportedHighlight {
	words: string;
	sentence: string;
	symptomId: string;
	assertion: string;
	/** Version of the product, and what tells its content from others. */
	version: string;
	content: string;
	/** Site of the page; left out unless the reader wants it named. */
	host: string | undefined;
}

/** The report as plain text, in English for those who mend it. It holds nothing but what it is given. */
export function highlightReport(reported: ReportedHighlight): string {
	const { words, sentence, symptomId, assertion, version, content, host } = reported;
	return [
		"Symptom Lens: a mark that may be wrong",
		`Words: ${words}`,
		`Sentence: ${sentence}`,
		`Taken for: ${symptomId}`,
		`Said of it: ${assertion}`,
		`Version: ${version}`,
		`Content: ${content}`,
		...(host ? [`Site: ${host}`] : []),
	].join("\n");
}
