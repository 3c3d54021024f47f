import { useEffect, useState } from "react";
import type { ShownEmergency } from "../../data/emergency-schema";
import { type FrameTerms, readTerm } from "../../lib/messaging/page-terms";
import type { TermPlace } from "../../lib/terms/group-terms";
import { readPosts } from "../../lib/terms/read-posts";

/** An emergency that a post of the page describes, and a term of that post to go to. */
export interface PageEmergency {
	emergency: ShownEmergency;
	place: TermPlace;
}

/** The emergencies that the posts of a page describe, each once, in the order of the page. They come after the terms. */
export function usePageEmergencies(tabId: number | undefined, frames: FrameTerms[]): PageEmergency[] {
	const [found, setFound] = useState<{ tabId: number; emergencies: PageEmergency[] }>();
	useEffect(() => {
		let isCurrent = true;
		const look = async () => {
			if (tabId === undefined) return;
			const { findInPost } = await import("./find-in-post");
			const emergencies = new Map<string, PageEmergency>();
			const readPost = async (place: TermPlace) => (await readTerm(tabId, place))?.post ?? [];
			for await (const { post, place } of readPosts(frames, readPost)) {
				if (!isCurrent) return;
				for (const emergency of findInPost(post)) {
					if (!emergencies.has(emergency.id)) emergencies.set(emergency.id, { emergency, place });
				}
			}
			if (isCurrent) setFound({ tabId, emergencies: [...emergencies.values()] });
		};
		// The detector's file is part of the package; after an update of the extension it may be gone.
		look().catch(() => undefined);
		return () => {
			isCurrent = false;
		};
	}, [tabId, frames]);
	return found && found.tabId === tabId && frames.length > 0 ? found.emergencies : NONE;
}

const NONE: PageEmergency[] = [];
