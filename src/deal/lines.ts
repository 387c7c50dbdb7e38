import { pick, type Random } from "../lib/random.ts";
import type { Deck, Line, Temper, Title } from "../prompts/deck.ts";

/** What a client may say on a title. */
export type Lines = Readonly<{
  /** Lines of the title's own deck. */
  own: readonly Line[];
  /** What the user's real clients said. */
  real: readonly Line[];
  /** Lines that fit any talk. */
  general: readonly Line[];
}>;

/** The deck of each language whose lines fit any title. */
const isGeneral = (id: string): boolean => id.endsWith("/general");
/** The user's own deck of what real clients said, see `src/prompts/clientLines.ts`. */
const isReal = (id: string): boolean => id.startsWith("own/my-clients");

/**
 * What a client may say for one cue kind, out of all the decks there are, whether or not titles are dealt from them.
 * @param temper cut-in lines of this temper do as well; null: none
 */
export function linesFor(
  decks: readonly Deck[],
  title: Title,
  cue: string,
  temper: Temper | null = null,
): Lines {
  const fits = (line: Deck["lines"][number]) =>
    line.cue === cue || (temper !== null && line.cue === "cut-in" && line.temper === temper);
  const of = (wanted: (id: string) => boolean): Line[] =>
    decks
      .filter(({ id }) => wanted(id))
      .flatMap(({ id, lines }) =>
        lines.filter(fits).map(({ cue: of, text }) => ({ deck: id, cue: of, text })),
      );
  const isOwn = (id: string) => id === title.deck;
  return {
    own: of(isOwn),
    real: of((id) => !isOwn(id) && isReal(id)),
    general: of((id) => !isOwn(id) && isGeneral(id)),
  };
}

/** Half of what is said comes from the title's deck, a quarter each from real clients and from what fits any talk. */
const SHARES: readonly (readonly [keyof Lines, number])[] = [
  ["own", 0.5],
  ["real", 0.25],
  ["general", 0.25],
];

/** One line, or null when there is none: the cue is then silent words on an open mouth. */
export function pickLine(lines: Lines, random: Random): Line | null {
  const pools = SHARES.filter(([pool]) => lines[pool].length > 0);
  let left = random() * pools.reduce((sum, [, share]) => sum + share, 0);
  for (const [pool, share] of pools) {
    left -= share;
    if (left < 0) return pick(lines[pool], random);
  }
  return null;
}
