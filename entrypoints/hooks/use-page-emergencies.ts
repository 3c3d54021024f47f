import { useEffect, useState } from "react";
import type { ShownEmergency } from "../../data/emergency-schema";
import { type FrameTerms, readTerm } from "../../lib/messaging/page-terms";
import type { TermPlace } from "../../lib/terms/group-terms";
import { PostReader } from "../../lib/terms/post-reader";

/** An emergency that a post of the page describes, and a term of that post to go to. */
export interface PageEmergency {
	emergency: ShownEmergency;
	place: TermPlace;
}

/** Most posts that are looked into: a thread of many pages' length, in about a second. */
const MOST_POSTS = 100;

/** The emergencies that the posts of a page describe, each once, in the order of the page. They come after the terms. */
export function usePageEmergencies(tabId: number | undefined, frames: FrameTerms[]): PageEmergency[] {
	const [found, setFound] = useState<{ tabId: number; emergencies: PageEmergency[] }>();
	useEffect(() => {
		let isCurrent = true;
		const look = async () => {
			if (tabId === undefined) return;
			const { findInPost } = await import("../card/find-in-post");
			const emergencies = new Map<string, PageEmergency>();
			let left = MOST_POSTS;
			for (const { frameId, terms } of frames) {
				const reader = new PostReader();
				for (const term of terms) {
					if (reader.hasRead(term)) continue;
					if (!isCurrent || left-- === 0) break;
					const place = { frameId, number: term.number };
					const post = (await readTerm(tabId, place))?.post ?? [];
					reader.read(post, term);
					for (const emergency of findInPost(post)) {
						if (!emergencies.has(emergency.id)) emergencies.set(emergency.id, { emergency, place });
					}
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
