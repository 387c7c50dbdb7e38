import fc from "fast-check";
import { catalogues } from "../../src/i18n/languages.ts";
import { type Deck, deckKinds, type Language, languages, tempers } from "../../src/prompts/deck.ts";
import { type Preview, preview } from "../../src/prompts/importing/preview.ts";
import { readImport } from "../../src/prompts/importing/readImport.ts";
import type { Library, Wish } from "../../src/prompts/importing/target.ts";
import { type Problem, problemText } from "../../src/prompts/problems.ts";
import { lengths, textFault } from "../../src/prompts/texts.ts";

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const wish: Wish = { into: null, language: "en", name: "Mine", seed: 7 };
export const noDecks: Library = { own: [], shipped: [] };

/** What would come of a text, pasted or in a file of that name. */
export const previewOf = (
  text: string,
  fileName: string | null = null,
  library: Library = noDecks,
  wishes: Partial<Wish> = {},
): Preview => preview(readImport(bytesOf(text), fileName), library, { ...wish, ...wishes });

/** Problems as a user reads them, in a language. */
export const inWords = (problems: readonly Problem[], language: Language = "en"): string[] =>
  problems.map((each) => problemText(each, catalogues[language].words.decks));

const textOf = (least: number, most: number) =>
  fc
    .oneof(
      fc.string({ unit: "grapheme", maxLength: most }),
      fc
        .array(fc.constantFrom("price", "boss", "客户", "太贵", "“no”", "3.5", "é", "*b*", "a,b", "<i>"), {
          maxLength: 8,
        })
        .map((words) => words.join(" ")),
    )
    .map((text) => text.trim().padEnd(least, "x"))
    .filter((text) => textFault(text, { least, most }) === null);

const kebab = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);

/** Any deck there may be, as the app holds it. */
export const anyDeck: fc.Arbitrary<Deck> = fc.record({
  id: fc.tuple(fc.constantFrom("own", "en", "zh-CN", "es-419"), kebab).map((parts) => parts.join("/")),
  language: fc.constantFrom(...languages),
  name: textOf(lengths.name.least, lengths.name.most),
  kind: fc.constantFrom(...deckKinds),
  titles: fc.uniqueArray(fc.record({ id: kebab, text: textOf(lengths.title.least, lengths.title.most) }), {
    minLength: 1,
    maxLength: 12,
    selector: ({ id }) => id,
  }),
  lines: fc.uniqueArray(
    fc
      .tuple(kebab, textOf(lengths.line.least, lengths.line.most), fc.option(fc.constantFrom(...tempers)))
      .map(([cue, text, temper]) => ({ cue, text, ...(temper ? { temper } : {}) })),
    { maxLength: 8, selector: (line) => JSON.stringify(line) },
  ),
});
