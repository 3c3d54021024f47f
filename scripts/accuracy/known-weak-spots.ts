import type { WeakSpot } from "./weak-spot";

/** The worst first. A mended one goes: its test says so. */
export const KNOWN_WEAK_SPOTS: WeakSpot[] = [
	{
		title: "An emergency told in unforeseen words leads no card",
		why: "The signs are looked for by words that are listed, and people in need write others. The card of the symptom still opens and names its warning signs, where a symptom was found.",
		readBy: "emergencies",
		examples: [
			{ text: "An elephant is sitting on my chest and my arm aches.", today: [], right: ["heart-attack"] },
			{
				text: "My lips are swelling up after the peanuts and my throat closes.",
				today: [],
				right: ["anaphylaxis"],
			},
			{ text: "My leg is fat and red and now I can't catch my breath.", today: [], right: ["clot"] },
			{ text: "can't pee, saddle numb, legs weak", today: [], right: ["cauda-equina"] },
			{ text: "I went blind in one eye this morning.", today: [], right: ["eye-emergency"] },
			{ text: "Baby is two weeks old and burning up.", today: [], right: ["infant-fever"] },
		],
	},
	{
		title: "An emergency that nobody has leads a card",
		why: "Games, plays and habits are told in the first person and in the present too; nothing in the sentence tells them apart.",
		readBy: "emergencies",
		examples: [
			{ text: "My character in the game has chest pain and is sweating.", today: ["heart-attack"], right: [] },
			{ text: "I get chest pain and sweat every time I watch the match.", today: ["heart-attack"], right: [] },
		],
	},
	{
		title: "“Not … without” is read as a denial",
		why: "The worse of the errors about whose a symptom is: it is there, and its mark is faint.",
		readBy: "detector",
		examples: [
			{
				text: "Not a day goes by without stomach ache.",
				today: ["stomach ache: abdominal-pain (denied)"],
				right: ["stomach ache: abdominal-pain (present)"],
			},
		],
	},
	{
		title: "Someone else's, denied far away, or long cured, and still called present",
		why: "Cues reach so far and no further, and “his” or “her” alone does not make a story somebody else's: in doubt a symptom is present.",
		readBy: "detector",
		examples: [
			{
				text: "Our neighbour spills his tea: his hands shake.",
				today: ["hands shake: hand-tremor (present)"],
				right: ["hands shake: hand-tremor (other-person)"],
			},
			{
				text: "The actor told the paper that he had lost his voice.",
				today: ["lost his voice: hoarse-voice (present)"],
				right: ["lost his voice: hoarse-voice (other-person)"],
			},
			{
				text: "A cough would be one thing, but I do not have one.",
				today: ["cough: cough (present)"],
				right: ["cough: cough (denied)"],
			},
			{
				text: "This pill has taken away my panic attacks.",
				today: ["panic attacks: panic-attack (present)"],
				right: ["panic attacks: panic-attack (past)"],
			},
		],
	},
	{
		title: "Symptoms that nobody listed",
		why: "What has no entry in `data/` cannot be found, by whatever name.",
		readBy: "detector",
		examples: [
			{
				text: "I yawn all day long since I take these pills.",
				today: [],
				right: ["yawn all day long: yawning (present)"],
			},
			{ text: "My poo floats.", today: [], right: ["poo floats: floating-stool (present)"] },
		],
	},
	{
		title: "Told in a picture, or by what one can no longer do",
		why: "Much of a sample of what we miss in people's own texts is of this kind. Pictures are found only where somebody listed them.",
		readBy: "detector",
		examples: [
			{
				text: "My head is stuffed with cotton wool.",
				today: [],
				right: ["head is stuffed with cotton wool: brain-fog (present)"],
			},
			{ text: "My memory is a sieve.", today: [], right: ["memory is a sieve: memory-loss (present)"] },
			{ text: "I keep dropping cups.", today: [], right: ["dropping cups: weak-grip (present)"] },
		],
	},
	{
		title: "Complaint and part of the body in two sentences or clauses",
		why: "A complaint takes its part from its own clause. What stands further off is missed, or found by a name that is too general.",
		readBy: "detector",
		examples: [
			{
				text: "My ankle got caught in the door. Now there is a swelling.",
				today: [],
				right: ["ankle … swelling: leg-swelling (present)"],
			},
			{
				text: "When I pee, there is a burning feeling.",
				today: ["burning feeling: burning-sensation (present)"],
				right: ["pee … burning feeling: painful-urination (present)"],
			},
		],
	},
	{
		title: "The wrong one of two symptoms",
		why: "Where our list has no name for exactly that, the nearest one is taken.",
		readBy: "detector",
		examples: [
			{
				text: "I have had a spot on my upper lip for a week.",
				today: ["spot … upper lip: cold-sore (present)"],
				right: ["spot … upper lip: acne (present)"],
			},
			{
				text: "I cannot get to climax any more.",
				today: ["cannot … climax: erection-problem (present)"],
				right: ["cannot get to climax: orgasm-problem (present)"],
			},
		],
	},
	{
		title: "Words that are no symptom where they stand",
		why: "A short text says too little of what it is about, and each of these words does mean a symptom elsewhere.",
		readBy: "detector",
		examples: [
			{
				text: "The laboratory tests urine or blood.",
				today: ["urine … blood: blood-in-urine (present)"],
				right: [],
			},
			{ text: "I am sick of this job.", today: ["am sick: vomiting (present)"], right: [] },
			{ text: "I took an overdose of the news.", today: ["overdose: poisoning (present)"], right: [] },
		],
	},
	{
		title: "Findings of an examination",
		why: "We explain what people feel and see. What a doctor finds is mostly not listed, and fills most of a sample of what we miss in case reports and texts on rare diseases.",
		readBy: "detector",
		examples: [
			{
				text: "The patient had hepatomegaly and pedal oedema.",
				today: ["oedema: leg-swelling (present)"],
				right: ["hepatomegaly: enlarged-liver (present)", "pedal oedema: leg-swelling (present)"],
			},
		],
	},
	{
		title: "Misspellings that nobody listed",
		why: "On a page words are never matched by likeness (“rash” is one letter from “cash”); common misspellings are listed.",
		readBy: "detector",
		examples: [
			{ text: "I feel nauseus.", today: [], right: ["nauseus: nausea (present)"] },
			{ text: "My hart is pounding.", today: [], right: ["hart is pounding: palpitations (present)"] },
		],
	},
	{
		title: "Other languages are not read",
		why: "Texts in other languages stay unmarked; the terms are English.",
		readBy: "detector",
		examples: [
			{
				text: "Ich habe seit Tagen Kopfschmerzen.",
				today: [],
				right: ["Kopfschmerzen: headache (present)"],
			},
			{
				text: "Me duele la cabeza y tengo fiebre.",
				today: [],
				right: ["duele la cabeza: headache (present)", "fiebre: fever (present)"],
			},
		],
	},
	{
		title: "What is underlined is not always the whole phrase",
		why: "Only the words that name the symptom are underlined, in parts, and people mark phrases. So the boundaries agree less often than the symptoms; the card is the same.",
		readBy: "detector",
		examples: [
			{
				text: "There is blood in my urine.",
				today: ["blood in … urine: blood-in-urine (present)"],
				right: ["blood in my urine: blood-in-urine (present)"],
			},
		],
	},
	{
		title: "The popup lists symptoms that share only a word",
		why: "It lists five while the reader types, by likeness of words. What follows the first may have little to do with it, and where the words are said otherwise in our list, so may the first.",
		readBy: "search of symptoms",
		examples: [
			{
				text: "my lip keeps twiching",
				today: [
					"Lip twitching",
					"Dry or cracked lips",
					"Lip smacking or chewing movements",
					"Muscle twitching",
					"Falling over",
				],
				right: ["Lip twitching", "Muscle twitching"],
			},
			{
				text: "a spot on my upper lip",
				today: ["Lip twitching", "Unwanted hair growth", "Unusual vaginal bleeding", "Cold sore", "Lip numbness"],
				right: ["Cold sore", "Acne"],
			},
			{
				text: "my face feels hot",
				today: ["Numbness", "Tight feeling in the face", "Facial numbness", "Hot flushes", "Face pain"],
				right: ["Hot flushes"],
			},
		],
	},
	{
		title: "Answers to another question, or none",
		why: "The search knows words and not what is asked. A word that names something medical by chance brings answers, and a way of saying it that nobody listed brings none, though there are some.",
		readBy: "search of answers",
		examples: [
			{
				text: "tomato plants in pots",
				today: [
					"What is autonomic nervous system dysfunction?",
					"Panic disorder and new physical symptoms",
					"Afraid to drive: panic disorder and two medicines",
				],
				right: [],
			},
			{
				text: "can stress make my lip jump",
				today: [],
				right: ["Persistent twitching above the upper left lip"],
			},
			{
				text: "my poo is green",
				today: ["How do I know that it is constipation?", "What can I do about constipation?"],
				right: [],
			},
		],
	},
];
