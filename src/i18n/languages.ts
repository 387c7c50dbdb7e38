import type { Language } from "../prompts/deck.ts";
import { en } from "./en/index.ts";
import type { Words } from "./words.ts";
import { zhCN } from "./zh-CN/index.ts";

/** Each language: its words, and its own name for itself. A third one is one more folder and one more line. */
export const catalogues: Readonly<Record<Language, Readonly<{ words: Words; name: string }>>> = {
  en: { words: en, name: "English" },
  "zh-CN": { words: zhCN, name: "中文" },
};

/**
 * The language to start in.
 * @param preferred what the browser asks for, best first: `["zh-Hans-CN", "en"]`
 */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split("-")[0];
    if (base === "zh" || base === "cmn" || base === "yue") return "zh-CN";
    if (base === "en") return "en";
  }
  return "en";
}

/** Names and advice of a cue kind; for one that an old take names and we have since removed, its id. */
export const cueWords = (words: Words, kind: string): Words["cues"]["blank"] =>
  Object.hasOwn(words.cues, kind)
    ? words.cues[kind as keyof Words["cues"]]
    : { name: kind, explain: "", advice: "" };
