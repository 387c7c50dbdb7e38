import { fork, seeded, shuffled } from "../lib/random.ts";
import type { Deck, Title } from "../prompts/deck.ts";
import { assertEnough, type Hand, titlesOf } from "./hand.ts";

/** A shuffled deck that is being dealt from. `rank` is its place in the shuffled order, `turns` how often it was. */
type Pile = { readonly deck: Deck; readonly rank: number; readonly titles: Title[]; turns: number };

/**
 * The hands that follow from a seed and the decks alone, for links and the day's drill: the same for everyone, whatever
 * was dealt to them before. (What a user is dealt at home follows from that too: `dealFresh`.)
 *
 * No title comes twice. Neighbouring rounds differ in deck while decks last, and rounds differ in kind while kinds
 * last: three rounds are three different things to do.
 * @param rounds how many hands, ≥ 1
 * @throws RangeError when the decks hold fewer titles than two for each round
 */
export function deal(decks: readonly Deck[], rounds: number, seed: number): readonly Hand[] {
  const piles: Pile[] = shuffled(decks, seeded(fork(seed, "decks"))).map((deck, rank) => ({
    deck,
    rank,
    titles: shuffled(titlesOf(deck), seeded(fork(seed, "titles", deck.id))),
    turns: 0,
  }));
  assertEnough(
    piles.reduce((sum, { titles }) => sum + titles.length, 0),
    rounds,
  );
  const turnsOf = (kind: Deck["kind"]) =>
    piles.reduce((sum, { deck, turns }) => sum + (deck.kind === kind ? turns : 0), 0);
  let last: Pile | undefined;
  return Array.from({ length: rounds }, () => {
    const full = piles.filter(({ titles }) => titles.length > 0);
    const others = full.filter((pile) => pile !== last);
    const [pile] = (others.length > 0 ? others : full).toSorted(
      (a, b) => turnsOf(a.deck.kind) - turnsOf(b.deck.kind) || a.turns - b.turns || a.rank - b.rank,
    );
    if (!pile) throw new RangeError("deal: out of titles"); // unreachable: counted above
    pile.turns++;
    last = pile;
    const draw = (): Title => {
      const title = pile.titles.pop() ?? piles.find(({ titles }) => titles.length > 0)?.titles.pop();
      if (!title) throw new RangeError("deal: out of titles"); // unreachable: counted above
      return title;
    };
    return { title: draw(), spare: draw() };
  });
}
