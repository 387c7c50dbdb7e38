import { type Random, shuffled } from "../lib/random.ts";
import type { Deck, Title } from "../prompts/deck.ts";
import { assertEnough, type Hand, titleKey, titlesOf } from "./hand.ts";
import { lapsOf, type Past, putOff, untouched } from "./past.ts";
import { returnDay } from "./returns.ts";

export type Wishes = Readonly<{
  /** Decks of the user's own trade: one round of every drill is dealt from them. Empty: any trade. */
  trade: ReadonlySet<string>;
  /** Titles the user never wants to see, by `titleKey`. */
  hidden: ReadonlySet<string>;
}>;

/** One deck with what is known of it. */
type Pile = Readonly<{ deck: Deck; titles: readonly Title[] }>;

/**
 * The hands of a drill, after all that was dealt before.
 *
 * - No title is dealt again until its deck is used up, but for those that went badly: they come back at spaced
 *   distances (`returnDay`), one a drill.
 * - A title that was exchanged comes after the others of its deck.
 * - Rounds differ in kind while kinds last. With a trade, one of them is a pitch of that trade.
 * - Of the decks that fit, the least used comes first.
 * @param rounds how many hands, ≥ 1
 * @param today  the day, counted as in `Dealing`
 * @param random where ties are broken: the same past, wishes, day and chance give the same hands
 * @throws RangeError when the decks hold fewer titles than two for each round
 */
export function dealFresh(
  decks: readonly Deck[],
  past: Past,
  { trade, hidden }: Wishes,
  rounds: number,
  today: number,
  random: Random,
): readonly Hand[] {
  const piles = shuffled(decks, random).map((deck): Pile => {
    const shown = titlesOf(deck).filter((title) => !hidden.has(titleKey(title)));
    return { deck, titles: shuffled(shown, random) };
  });
  assertEnough(
    piles.reduce((sum, { titles }) => sum + titles.length, 0),
    rounds,
  );
  const table = new Table(piles, past, random);
  const back = table.comeBack(today);
  // Titles first, then the spare ones: a title that lies in reserve is not to keep its turn from a round.
  const titles = table.kinds(rounds, back, trade).map((kind) => {
    const returns = back && kind === back.pile.deck.kind && !table.isDealt(back.title);
    return returns ? table.take(back.pile, back.title) : table.take(table.nextPile(kind, trade));
  });
  return titles.map(({ pile, title }) => ({ title, spare: table.spare(pile) }));
}

/** What lies on the table while a drill is dealt: nothing is dealt twice. */
class Table {
  private readonly dealt = new Set<string>();
  private readonly turns = new Map<Pile, number>();

  constructor(
    private readonly piles: readonly Pile[],
    private readonly past: Past,
    private readonly random: Random,
  ) {}

  isDealt = (title: Title): boolean => this.dealt.has(titleKey(title));

  /** The title that went badly and has waited longest past its day. */
  comeBack(today: number): { pile: Pile; title: Title } | undefined {
    const due = this.piles.flatMap((pile) =>
      pile.titles.flatMap((title) => {
        const day = returnDay(this.of(title));
        return day !== null && day <= today ? [{ pile, title, day }] : [];
      }),
    );
    return due.toSorted((a, b) => a.day - b.day)[0];
  }

  /** What kind each round is of: all of them before one comes again. */
  kinds(rounds: number, back: { pile: Pile } | undefined, trade: ReadonlySet<string>): Deck["kind"][] {
    const all = [
      ...new Set(this.piles.filter(({ titles }) => titles.length > 0).map(({ deck }) => deck.kind)),
    ];
    const must = new Set<Deck["kind"]>();
    const own = this.piles.find(({ deck, titles }) => trade.has(deck.id) && titles.length > 0);
    if (own) must.add(own.deck.kind);
    if (back) must.add(back.pile.deck.kind);
    const rest = shuffled(
      all.filter((kind) => !must.has(kind)),
      this.random,
    );
    const order = [...must, ...rest].slice(0, rounds);
    return shuffled(
      Array.from({ length: rounds }, (_, round) => order[round % order.length]).filter(
        (kind) => kind !== undefined,
      ),
      this.random,
    );
  }

  /** The deck a round of that kind is dealt from: of the user's trade if there is one, the least used first. */
  nextPile(kind: Deck["kind"], trade: ReadonlySet<string>): Pile {
    const full = this.piles.filter((pile) => this.left(pile).length > 0);
    const ofKind = full.filter(({ deck }) => deck.kind === kind);
    const ofTrade = ofKind.filter(({ deck }) => trade.has(deck.id));
    const fitting = ofTrade.length > 0 ? ofTrade : ofKind.length > 0 ? ofKind : full;
    const [first] = fitting.toSorted((a, b) => this.used(a) - this.used(b));
    if (!first) throw new RangeError("deal: out of titles"); // unreachable: counted before
    return first;
  }

  /** Deals that title, or the one whose turn it is. */
  take(pile: Pile, title = this.next(pile)): { pile: Pile; title: Title } {
    this.turns.set(pile, (this.turns.get(pile) ?? 0) + 1);
    this.dealt.add(titleKey(title));
    return { pile, title };
  }

  /** A title to exchange one from that pile for, from the same one while it lasts. */
  spare(pile: Pile): Title {
    const others = [pile, ...this.piles].find((each) => this.left(each).length > 0);
    if (!others) throw new RangeError("deal: out of titles"); // unreachable: counted before
    const spare = this.next(others);
    this.dealt.add(titleKey(spare));
    return spare;
  }

  /** The title whose turn it is: fewest laps, least put off, and by chance among those (the pile is shuffled). */
  private next(pile: Pile): Title {
    const [first] = this.left(pile).toSorted((a, b) => {
      const [pastA, pastB] = [this.of(a), this.of(b)];
      return lapsOf(pastA) - lapsOf(pastB) || putOff(pastA) - putOff(pastB);
    });
    if (!first) throw new RangeError("deal: out of titles"); // unreachable: only piles with titles are asked
    return first;
  }

  private readonly of = (title: Title) => this.past.get(titleKey(title)) ?? untouched;
  private readonly left = ({ titles }: Pile): Title[] => titles.filter((title) => !this.isDealt(title));

  /** How often the titles of a deck were dealt, on average. */
  private used(pile: Pile): number {
    const laps = pile.titles.reduce((sum, title) => sum + lapsOf(this.of(title)), 0);
    return (laps + (this.turns.get(pile) ?? 0)) / pile.titles.length;
  }
}
