import type { Deck } from "./deck.ts";

/**
 * Two copies of one deck as one: what is here stays as it is, and what only the other has comes after it. Nothing is
 * lost, the wording that was mended here wins, and the same copy a second time changes nothing.
 */
export function mergeDecks(here: Deck, other: Deck): Deck {
  const ids = new Set(here.titles.map(({ id }) => id));
  const texts = new Set(here.titles.map(({ text }) => text));
  const said = new Set(here.lines.map(({ cue, text }) => `${cue} ${text}`));
  return {
    ...here,
    titles: [...here.titles, ...other.titles.filter(({ id, text }) => !ids.has(id) && !texts.has(text))],
    lines: [...here.lines, ...other.lines.filter(({ cue, text }) => !said.has(`${cue} ${text}`))],
  };
}
