/**
 * The `source` attribute of MedQuAD spelled out as the institution names itself;
 * a source that is not listed stays as it is.
 * https://github.com/abachaa/MedQuAD lists the twelve collections.
 */
const SITES = new Map([
	["ADAM", "A.D.A.M. Medical Encyclopedia"],
	["CancerGov", "National Cancer Institute"],
	["CDC", "Centers for Disease Control and Prevention"],
	["GARD", "Genetic and Rare Diseases Information Center"],
	["GHR", "Genetics Home Reference"],
	["MPlusDrugs", "MedlinePlus Drug Information"],
	["MPlusHealthTopics", "MedlinePlus Health Topics"],
	["MPlusHerbsSupplements", "MedlinePlus Herbs and Supplements"],
	["NHLBI", "National Heart, Lung, and Blood Institute"],
	["NIDDK", "National Institute of Diabetes and Digestive and Kidney Diseases"],
	["NIHSeniorHealth", "NIH SeniorHealth"],
	["NINDS", "National Institute of Neurological Disorders and Stroke"],
]);

/** The name under which a reader knows the source of a MedQuAD document. */
export function medquadSite(source: string): string {
	return SITES.get(source) ?? source;
}
