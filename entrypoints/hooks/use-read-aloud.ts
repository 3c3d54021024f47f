import { useCallback, useEffect, useRef, useState } from "react";
import type { CardTools } from "../../components/CardMenu";
import { localVoice } from "../../lib/read-aloud";

/** Language of the cards' own texts. */
const LANGUAGE = "en";

/** Some browsers have no speech at all, or it was switched off. */
const speech: SpeechSynthesis | undefined = globalThis.speechSynthesis;

/**
 * Reads a card aloud with a voice of this device; `reading` is undefined while none is known. Looking for voices starts
 * a program on some systems, so it waits for `lookForVoice`. Stops when `text`, which names what is read, changes or
 * the page goes.
 */
export function useReadAloud(text: string): { reading: CardTools["reading"]; lookForVoice: () => void } {
	const [isLooking, setLooking] = useState(false);
	const [voice, setVoice] = useState<SpeechSynthesisVoice>();
	const [isReading, setReading] = useState(false);
	const lookForVoice = useCallback(() => setLooking(true), []);

	useEffect(() => {
		if (!isLooking || !speech) return;
		const look = () => setVoice(localVoice(speech.getVoices(), LANGUAGE));
		look();
		// Browsers list voices some time after they were first asked for.
		speech.addEventListener("voiceschanged", look);
		return () => speech.removeEventListener("voiceschanged", look);
	}, [isLooking]);

	// Also keeps them alive: Chromium forgets one that nothing holds, and its end is never told.
	const spoken = useRef<SpeechSynthesisUtterance[]>([]);
	const stop = useCallback(() => {
		if (spoken.current.length === 0) return;
		spoken.current = [];
		speech?.cancel();
		setReading(false);
	}, []);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another text is what ends the reading of this one
	useEffect(() => {
		addEventListener("pagehide", stop);
		return () => {
			removeEventListener("pagehide", stop);
			stop();
		};
	}, [text, stop]);

	const read = (lines: string[]) => {
		if (!speech || !voice) return;
		const utterances = lines.map((line) => {
			const utterance = new SpeechSynthesisUtterance(line);
			utterance.voice = voice;
			utterance.lang = voice.lang;
			return utterance;
		});
		// What was stopped tells its end late, when another may be on.
		const end = () => {
			if (spoken.current !== utterances) return;
			spoken.current = [];
			setReading(false);
		};
		for (const utterance of utterances) utterance.onerror = end;
		const last = utterances.at(-1);
		if (last) last.onend = end;
		spoken.current = utterances;
		setReading(true);
		for (const utterance of utterances) speech.speak(utterance);
	};
	return {
		lookForVoice,
		reading: voice && { isReading, onToggle: (lines) => (isReading ? stop() : read(lines)) },
	};
}
