/** The cuts there are. */
import type { Hair } from "./hair.ts";
import { bob, tied } from "./hairLong.ts";
import { bald, crop, curly, receding } from "./hairShort.ts";

export type HairShape = "bob" | "tied" | "crop" | "receding" | "bald" | "curly";

export const hairShapes: Readonly<Record<HairShape, Hair>> = { bob, tied, crop, receding, bald, curly };
