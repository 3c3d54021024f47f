/** Participles that end like no others. */
const IRREGULAR =
	"made|given|taken|seen|found|done|known|held|kept|felt|left|lost|hit|put|set|sent|told|brought|bought|caught|taught|" +
	"built|broken|chosen|driven|eaten|forgotten|hidden|shaken|shown|spoken|torn|worn|written|born|bitten|blown|drawn|" +
	"read|paid|said|spent|struck|stuck|swept|thrown|woken|drunk|shut|split|spread";

/** Words of the same form that say how something is, not what is done to it: "you are tired", "the eye is red". */
const STATES = new Set(
	"red broken blocked worn cracked linked tired worried confused swollen sore inflamed infected blurred slurred irritated constipated dehydrated exhausted".split(
		" ",
	),
);

const PASSIVE = new RegExp(
	`\\b(?:is|are|was|were|be|been|being)\\s+(?:\\w+ly\\s+|not\\s+|often\\s+|also\\s+|never\\s+|always\\s+|sometimes\\s+)*(\\w+ed|${IRREGULAR})\\b`,
	"i",
);

/** True if a sentence is in the passive voice, as far as its form shows. */
export function isPassive(sentence: string): boolean {
	const participle = PASSIVE.exec(sentence)?.[1];
	return participle !== undefined && !STATES.has(participle.toLowerCase());
}
