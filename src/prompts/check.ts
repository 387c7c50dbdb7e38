import type { Deck, Language } from "./deck.ts";
import { type Problem, problem } from "./problems.ts";
import { type AlikeIndex, alikeIndex } from "./similarity.ts";
import { lineWording, titleWording } from "./wording.ts";

/** Every text of a deck with its path. */
export const textsOf = (deck: Deck): readonly Readonly<{ path: string; text: string }>[] => [
  ...deck.titles.map(({ text }, at) => ({ path: `titles[${at}].text`, text })),
  ...deck.lines.map(({ text }, at) => ({ path: `lines[${at}].text`, text })),
];

/**
 * What a deck would be better without: texts that are nearly the same, that are not in its language, that are badly
 * set, questions a yes would answer, lines that take too long. A deck of the user's own is dealt all the same.
 */
export function deckHints(deck: Deck): readonly Problem[] {
  const { language } = deck;
  const alike = alikeIndex<string>(language);
  return [
    ...deck.titles.flatMap(({ text }, at) => titleWording(text, language, { path: `titles[${at}].text` })),
    ...deck.lines.flatMap(({ text }, at) => lineWording(text, language, { path: `lines[${at}].text` })),
    ...textsOf(deck).flatMap(({ path, text }) => {
      const other = alike.find(text);
      alike.add(text, text);
      return other ? [problem("alike", { path }, [other.owner], text)] : [];
    }),
  ];
}

/**
 * Texts that are nearly the same as one in another deck of the language. Each pair is told once, with the later deck.
 * @returns for each deck its problems, in the order of the decks
 */
export function alikeAcross(decks: readonly Deck[]): readonly (readonly Problem[])[] {
  const indexes = new Map<Language, AlikeIndex<Readonly<{ text: string; deck: string }>>>();
  return decks.map((deck) => {
    const index = indexes.get(deck.language) ?? alikeIndex(deck.language);
    indexes.set(deck.language, index);
    const found = textsOf(deck).flatMap(({ path, text }) => {
      const other = index.find(text)?.owner;
      return other && other.deck !== deck.id
        ? [problem("alike-elsewhere", { path }, [other.text, other.deck], text)]
        : [];
    });
    for (const { text } of textsOf(deck)) index.add(text, { text, deck: deck.id });
    return found;
  });
}
