import { fork, pick, type Random, seeded, shuffled } from "../lib/random.ts";
import type { Deck, Line, Title } from "../prompts/deck.ts";

/** What a round is dealt: the title, and the one it may be exchanged for, once. */
export type Hand = Readonly<{ title: Title; spare: Title }>;

const titlesOf = (deck: Deck): Title[] => deck.titles.map(({ id, text }) => ({ deck: deck.id, id, text }));

/**
 * The hands of a drill. No title comes twice in it, and neighbouring rounds differ in deck while decks last.
 *
 * The hands follow from the seed and the decks alone, not from what was dealt before, so that a link deals the same
 * titles to everyone; `freshSeed` keeps known titles away by choosing the seed.
 * @param rounds how many hands, ≥ 1
 * @throws RangeError when the decks hold fewer titles than two for each round
 */
export function deal(decks: readonly Deck[], rounds: number, seed: number): readonly Hand[] {
  const order = shuffled(decks, seeded(fork(seed, "decks")));
  const piles = order.map((deck) => shuffled(titlesOf(deck), seeded(fork(seed, "titles", deck.id))));
  const have = piles.reduce((sum, pile) => sum + pile.length, 0);
  if (have < rounds * 2)
    throw new RangeError(`deal: ${rounds} rounds need ${rounds * 2} titles, there are ${have}`);
  let last: string | undefined;
  const draw = (pile: Title[]): Title => {
    const title = pile.pop() ?? piles.find(({ length }) => length > 0)?.pop();
    if (!title) throw new RangeError("deal: out of titles"); // unreachable: counted above
    return title;
  };
  return Array.from({ length: rounds }, (_, round) => {
    const inTurn = piles
      .map((_, step) => piles[(round + step) % piles.length] ?? [])
      .filter(({ length }) => length > 0);
    const pile = inTurn.find((titles) => titles[0]?.deck !== last) ?? inTurn[0] ?? [];
    const title = draw(pile);
    last = title.deck;
    return { title, spare: draw(pile) };
  });
}

/** What a client may say for one cue kind: the lines of the title's own deck, or all of them when it has none. */
export function linesFor(decks: readonly Deck[], title: Title, cue: string): readonly Line[] {
  const all = decks.flatMap((deck) =>
    deck.lines.filter((line) => line.cue === cue).map(({ text }) => ({ deck: deck.id, cue, text })),
  );
  const own = all.filter((line) => line.deck === title.deck);
  return own.length > 0 ? own : all;
}

/** Names a title among all decks. */
export const titleKey = ({ deck, id }: Pick<Title, "deck" | "id">): string => `${deck}#${id}`;

/**
 * A seed whose drill deals titles not met before, or as few known ones as can be found.
 * @param dealt  keys of titles already dealt (`titleKey`)
 * @param random where seeds come from; the result is an integer in [1, 999 999]: short enough to say aloud
 */
export function freshSeed(
  decks: readonly Deck[],
  rounds: number,
  dealt: ReadonlySet<string>,
  random: Random,
): number {
  const known = (seed: number) =>
    deal(decks, rounds, seed).filter(({ title }) => dealt.has(titleKey(title))).length;
  let best = { seed: 1, known: Number.POSITIVE_INFINITY };
  for (let tries = 0; tries < 64 && best.known > 0; tries++) {
    const seed = 1 + Math.floor(random() * 999_999);
    const candidate = { seed, known: known(seed) };
    if (candidate.known < best.known) best = candidate;
  }
  return best.seed;
}

/** One line of many, or null when there is none: the cue is then silent words on an open mouth. */
export const pickLine = (lines: readonly Line[], random: Random): Line | null =>
  lines.length > 0 ? pick(lines, random) : null;
