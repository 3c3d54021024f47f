import { misspelled } from "../../scripts/disturb-query";
import { fractionsFrom } from "../random-from";
import { inventedWords } from "./generated-answers";
import { content } from "./repository-text";

/** Queries of a medical library: 1 to 6 words, every fourth with mistakes. */
export const MEDICAL_QUERIES = [
	"asthma",
	"migrane",
	"kidney stones",
	"swollen ankles",
	"high bood pressure",
	"causes of hair loss",
	"treatment for gout",
	"is lupus inherited",
	"lower back pain treatment",
	"symptoms of iron defficiency",
	"numbness in both hands",
	"tests for celiac disease",
	"how to prevent kidney failure",
	"ringing in the ears at night",
	"outlook for parkinsons disease",
	"diabetis and high blood sugar levels",
	"short of breath when lying down",
	"child with fever and skin rash",
	"glaucoma",
	"osteoperosis",
	"muscle weakness",
	"who gets macular degeneration",
	"genetic changes related to cystic fibrosis",
	"stomache pain after eating fatty food",
];

/** How many queries are made of generated words. */
const GENERATED_QUERIES = 24;

/** Every fourth of them is misspelt. */
const MISSPELLED_EVERY = 4;

/** Queries of generated answers: 1 to 6 words, a symptom in every second, words from common to rare. */
export function generatedQueries(): string[] {
	const random = fractionsFrom(3);
	const words = inventedWords();
	const names = content.symptoms.map(({ name }) => name);
	return Array.from({ length: GENERATED_QUERIES }, (_, place) => {
		const length = 1 + (place % 6);
		const hasSymptom = Math.floor(place / 6) % 2 === 0;
		const query = hasSymptom ? (names[Math.floor(random() * names.length)] ?? "").toLowerCase().split(" ") : [];
		// Ranks spread evenly over orders of magnitude: rare words are asked for as often as common ones.
		while (query.length < length) query.push(words[Math.floor(words.length ** random()) - 1] ?? "");
		const text = query.slice(0, length).join(" ");
		return place % MISSPELLED_EVERY === MISSPELLED_EVERY - 1 ? misspelled(text) : text;
	});
}
