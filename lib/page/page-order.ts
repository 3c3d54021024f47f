import type { PageMention } from "./highlighter";
import { positionInRun } from "./text-blocks";

/** Mentions in the order of the page; those inside a shadow root where its outermost host stands. */
export function inPageOrder(mentions: PageMention[]): PageMention[] {
	return mentions.sort((one, other) => {
		const a = positionInRun(one.run, one.start);
		const b = positionInRun(other.run, other.start);
		return compare(outermost(a.node), outermost(b.node)) || compare(a.node, b.node) || a.offset - b.offset;
	});
}

function outermost(node: Node): Node {
	const { host } = node.getRootNode() as ShadowRoot;
	return host ? outermost(host) : node;
}

function compare(one: Node, other: Node): number {
	// Spelled out, because every page pays for it: 4 is `DOCUMENT_POSITION_FOLLOWING`.
	return one === other ? 0 : one.compareDocumentPosition(other) & 4 ? -1 : 1;
}
