/**
 * A voice for this language that speaks on the device, the browser's preferred one if it does; undefined if there is
 * none. Other voices send the text to a server: `localService` of the Web Speech API says which.
 */
export function localVoice<Voice extends Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">>(
	voices: Voice[],
	language: string,
): Voice | undefined {
	// Some systems write "en_US".
	const spoken = voices.filter(
		({ lang, localService }) => localService && lang.split(/[-_]/)[0]?.toLowerCase() === language,
	);
	return spoken.find((voice) => voice.default) ?? spoken[0];
}
