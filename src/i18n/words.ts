import type { en } from "./en/index.ts";

/** Every word of the interface. English is the pattern: a language that misses a key, or takes other values, does not compile. */
export type Words = typeof en;
