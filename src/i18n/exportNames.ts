import { cueWords } from "./languages.ts";
import type { Words } from "./words.ts";

/** What the things in an exported file are called, in the language of these words; what has no word keeps its key. */
export function exportNames(words: Words) {
  const { pause, marks, measures } = words.exporting;
  const rating = (key: string) => {
    const scale = key.startsWith("rating.") ? key.slice("rating.".length) : "";
    return Object.hasOwn(words.review.scales, scale)
      ? words.review.scales[scale as keyof typeof words.review.scales].name
      : undefined;
  };
  return {
    cue: (kind: string): string => cueWords(words, kind).name,
    mark: (kind: string): string => wordFor(marks, kind) ?? kind,
    pause,
    measure: (key: string): string => wordFor(measures, key) ?? rating(key) ?? key,
  };
}

const wordFor = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;
