import { detection } from "./detection";
import type { FuzzTarget } from "./fuzz-target";
import { importing } from "./import";
import { merge } from "./merge";
import { schema } from "./schema";
import { search } from "./search";

/** Everything that is fuzzed. */
export const TARGETS: readonly FuzzTarget[] = [detection, importing, search, merge, schema];
