import { MOST_THINGS } from "./capture-limits";
import { attributeOf, type PageElement, type PageText, textOf } from "./page-text";
import { type Thing, typeName } from "./thing";

/** The things that the page's microdata describes, nested ones too. `itemref` is ignored. */
export function readMicrodata(page: PageText): Thing[] {
	const things: Thing[] = [];
	/** The thing that properties inside an element belong to. */
	const around = new Map<PageElement | null, Thing>();
	for (const element of page.elements) {
		const owner = around.get(element.parent);
		const names = attributeOf(element, "itemprop");
		let own: Thing | undefined;
		if (attributeOf(element, "itemscope") !== null && things.length < MOST_THINGS) {
			const types = (attributeOf(element, "itemtype") ?? "").split(/\s+/).filter(Boolean).map(typeName);
			own = { id: "", types, values: new Map(), isMarkup: false };
			things.push(own);
		}
		if (owner && names !== null) {
			const value = own ?? printedValue(page, element);
			for (const name of names.split(/\s+/).filter(Boolean)) {
				owner.values.set(name, [...(owner.values.get(name) ?? []), value]);
			}
		}
		const inner = own ?? owner;
		if (inner) around.set(element, inner);
	}
	return things;
}

// The address of a link is never wanted here: `<a itemprop="name">` is how pages mark a doctor's name.
function printedValue(page: PageText, element: PageElement): string {
	const content = attributeOf(element, "content") ?? attributeOf(element, "datetime");
	return content ?? textOf(page, element);
}
