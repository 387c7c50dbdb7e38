import type { Language } from "./deck.ts";

/**
 * How texts are compared: how many letters make one piece, and from which likeness on two texts are nearly the same.
 * Chinese needs shorter pieces, a word there is two characters. Both limits were set by reading what they catch.
 */
const comparing: Readonly<Record<Language, Readonly<{ letters: number; most: number }>>> = {
  en: { letters: 3, most: 0.7 },
  "zh-CN": { letters: 2, most: 0.5 },
};

/** What is left of a text for comparing: letters and digits, of one width and case, words one space apart. */
export function normalise(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’ʼ]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "")
    .trim();
  return plain === "" ? text.trim() : plain;
}

/** Pieces of a normalised text; the second of its kind differs from the first, so that a set of them counts. */
function piecesOf(normal: string, letters: number): string[] {
  const times = new Map<string, number>();
  const pieces: string[] = [];
  for (let at = 0; at + letters <= normal.length; at++) {
    const piece = normal.slice(at, at + letters);
    const before = times.get(piece) ?? 0;
    times.set(piece, before + 1);
    pieces.push(before === 0 ? piece : `${piece}${before}`);
  }
  return pieces;
}

/**
 * How much of two texts is in both.
 * @returns in [0, 1]; 1 is the same text but for case, width, spaces and punctuation
 * @see Dice 1945, "Measures of the amount of ecologic association between species"; here on pieces of letters
 */
export function likeness(one: string, other: string, language: Language): number {
  const [a, b] = [normalise(one), normalise(other)];
  if (a === b) return 1;
  const [first, second] = [a, b].map((normal) => new Set(piecesOf(normal, comparing[language].letters)));
  if (!first || !second || first.size + second.size === 0) return 0;
  return (2 * [...first].filter((piece) => second.has(piece)).length) / (first.size + second.size);
}

/** What a text is like: who has the other one, and how like they are (1: the same). */
export type Alike<T> = Readonly<{ owner: T; likeness: number }>;

export type AlikeIndex<T> = Readonly<{
  add(text: string, owner: T): void;
  /**
   * The text that is the same, or else the one that is most like it, if any is nearly the same.
   * @param near whether nearly the same counts; without, it is quick
   */
  find(text: string, near?: boolean): Alike<T> | null;
  /** Whether so much was compared that from here on only texts that are the same are found. */
  spent(): boolean;
}>;

/** Enough for ten thousand usual texts, and about a second's work at most. */
const USUAL_WORK = 60_000_000;

/**
 * Finds what is nearly the same among thousands of texts. Every piece knows the texts it is in; texts that share so
 * much must share one of the rarest pieces, so that only those are compared (prefix filtering).
 * @param work how many steps may be spent on texts that are only nearly the same, before `find` leaves that out
 * @see Chaudhuri, Ganti, Kaushik 2006, "A primitive operator for similarity joins in data cleaning"
 */
export function alikeIndex<T>(language: Language, work: number = USUAL_WORK): AlikeIndex<T> {
  const { letters, most } = comparing[language];
  const owners: T[] = [];
  const sets: ReadonlySet<string>[] = [];
  const holders = new Map<string, number[]>();
  const same = new Map<string, number>();
  let left = work;

  const at = (place: number, how: number): Alike<T> => ({ owner: owners[place] as T, likeness: how });

  function nearest(pieces: readonly string[]): Alike<T> | null {
    const size = pieces.length;
    const least = Math.floor((most * size) / (2 - most)); // shared with the shortest text that is still like it
    const rarest = pieces
      .map((piece) => holders.get(piece) ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, size - least);
    const candidates = new Set<number>();
    for (const places of rarest) {
      left -= places.length;
      for (const place of places) candidates.add(place);
    }
    let best: Alike<T> | null = null;
    for (const place of candidates) {
      const set = sets[place];
      if (!set || 2 * Math.min(size, set.size) <= most * (size + set.size)) continue;
      left -= size;
      let common = 0;
      for (const piece of pieces) if (set.has(piece)) common++;
      const how = (2 * common) / (size + set.size);
      if (how > most && how > (best?.likeness ?? 0)) best = at(place, how);
    }
    return best;
  }

  return {
    add(text, owner) {
      const normal = normalise(text);
      const place = owners.push(owner) - 1;
      if (!same.has(normal)) same.set(normal, place);
      if (left <= 0) return;
      const pieces = piecesOf(normal, letters);
      sets[place] = new Set(pieces);
      for (const piece of pieces) {
        const places = holders.get(piece);
        if (places) places.push(place);
        else holders.set(piece, [place]);
      }
    },
    find(text, near = true) {
      const normal = normalise(text);
      const place = same.get(normal);
      if (place !== undefined) return at(place, 1);
      return left <= 0 || !near ? null : nearest(piecesOf(normal, letters));
    },
    spent: () => left <= 0,
  };
}
