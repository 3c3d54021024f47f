/** The shape of `emergency.json`: what a text has to describe for the card to lead with it. */
import * as z from "zod";
import { reviewSchema, sourceFields, symptomIdSchema, textSchema } from "./schema";

/** What is there if one of these is: symptoms by their ids, other signs by their words (see `data/README.md`). */
const conditionSchema = z
	.strictObject({
		symptoms: z.array(symptomIdSchema).min(1).optional(),
		words: z.array(textSchema).min(1).optional(),
		/** So many different ones of them; 1 if it is not said. */
		atLeast: z.int().min(2).optional(),
	})
	.refine(({ symptoms, words }) => symptoms || words, "needs symptoms or words");
export type EmergencyCondition = z.infer<typeof conditionSchema>;

const emergencySchema = z.strictObject({
	id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "must be lower-case words joined by hyphens"),
	/** For editors; never shown, because it may name an illness. */
	name: textSchema,
	/** Completes "This text describes …". */
	describes: textSchema,
	/** What to do besides calling, or null. */
	advice: textSchema.nullable(),
	/** `emergency`: call the emergency number; `same-day`: call a doctor right away. */
	urgency: z.enum(["emergency", "same-day"]),
	/** How its sources say so: to call an emergency number, to get care "right away", or only that life is in danger. */
	basis: z.enum(["stated", "right-away", "inferred"]),
	/** Who has to have it: whoever tells of it, or a baby that is spoken of. */
	patient: z.enum(["narrator", "baby"]),
	/** Each alone is enough; all conditions of one have to be met, in one sentence or anywhere in the post. */
	combinations: z
		.array(z.strictObject({ within: z.enum(["sentence", "post"]), all: z.array(conditionSchema).min(1) }))
		.min(1),
	sources: z.array(z.strictObject(sourceFields)).min(1),
	review: reviewSchema,
	/** Posts that it leads the card in. */
	mustMatch: z.array(textSchema),
	/** Near misses. */
	mustNotMatch: z.array(textSchema),
});
export type Emergency = z.infer<typeof emergencySchema>;

/** What a card shows of an emergency. */
export type ShownEmergency = Pick<
	Emergency,
	"id" | "describes" | "advice" | "urgency" | "basis" | "sources" | "review"
>;

export const emergencyFileSchema = z
	.strictObject({
		/** Lists that conditions name as `@sudden`. */
		words: z.record(z.string(), z.array(textSchema).min(1)),
		emergencies: z.array(emergencySchema).min(1),
	})
	.superRefine(({ words, emergencies }, context) => {
		emergencies.forEach(({ combinations }, index) => {
			const phrases = combinations.flatMap(({ all }) => all.flatMap((condition) => condition.words ?? []));
			for (const phrase of phrases) {
				if (!phrase.startsWith("@") || phrase.slice(1) in words) continue;
				context.addIssue({
					code: "custom",
					path: ["emergencies", index, "combinations"],
					message: `"${phrase}" is not one of the lists in words`,
				});
			}
		});
	});
export type EmergencyFile = z.infer<typeof emergencyFileSchema>;
