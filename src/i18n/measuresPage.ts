import { measures as english } from "./en/measures.ts";
import type { Words } from "./words.ts";
import { measures as chinese } from "./zh-CN/measures.ts";

type MeasureWords = Words["measures"];

/** One language's chapter, in Markdown. */
function chapter({ heading, intro, accuracyNote, labels, list }: MeasureWords): string {
  const entries = Object.values(list).map(({ name, what, ...rest }) => {
    const facts = (["how", "unit", "unknown", "accuracy", "source"] as const).map(
      (key) => `- **${labels[key]}:** ${rest[key]}`,
    );
    return [`### ${name}`, what, facts.join("\n")].join("\n\n");
  });
  return [`## ${heading}`, intro, accuracyNote, ...entries].join("\n\n");
}

/** The page about the measures: the words that the app shows beside its numbers, in both languages, in Markdown. */
export const measuresPage = (): string =>
  `${["<!-- Made by `npm run docs` from src/i18n/*/measures.ts; change it there. -->", "# Measures · 测量", chapter(english), chapter(chinese)].join("\n\n")}\n`;
