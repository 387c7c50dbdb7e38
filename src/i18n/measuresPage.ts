import { measures as english } from "./en/measures.ts";
import { measureFacts, measureNames } from "./measureFacts.ts";
import type { Words } from "./words.ts";
import { measures as chinese } from "./zh-CN/measures.ts";

/** One language's chapter, in Markdown. */
function chapter(words: Words["measures"]): string {
  const entries = measureNames(words).map((key) => {
    const { name, what } = words.list[key];
    const facts = measureFacts(words, key).map(([label, text]) => `- **${label}:** ${text}`);
    return [`### ${name}`, what, facts.join("\n")].join("\n\n");
  });
  return [`## ${words.heading}`, words.intro, words.accuracyNote, ...entries].join("\n\n");
}

/** The page about the measures: the words that the app shows beside its numbers, in both languages, in Markdown. */
export const measuresPage = (): string =>
  `${["<!-- Made by `npm run docs` from src/i18n/*/measures.ts; change it there. -->", "# Measures · 测量", chapter(english), chapter(chinese)].join("\n\n")}\n`;
