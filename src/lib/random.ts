/**
 * Chance as an argument. A `Random` returns the next number in [0, 1); whoever needs chance is handed one, so the
 * same seed gives the same drill in Node, in a worker and in any browser.
 */
export type Random = () => number;

/**
 * A small, good generator: mulberry32, 32 bits of state, period 2³².
 * @param seed any integer; only its low 32 bits count
 * @see Tommy Ettinger, "mulberry32" (public domain), after Steele, Lea & Flood 2014, SplitMix
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A seed for one part of a whole: `fork(7, "cues", 1)`. Parts that draw from their own forks do not disturb each
 * other, so a longer first round leaves the second one's cues where they were.
 * @see Fowler, Noll & Vo: FNV-1a, 32 bits
 */
export function fork(seed: number, ...path: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of `${seed >>> 0}/${path.join("/")}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** One of `items`, each as likely. Throws a RangeError when there is none to pick. */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("pick: nothing to pick from");
  return item;
}

/** One of `items`, each as likely as its weight says (≥ 0, not all 0). With equal weights it draws what `pick` draws. */
export function pickWeighted<T>(items: readonly T[], weight: (item: T) => number, random: Random): T {
  let left = random() * items.reduce((sum, item) => sum + weight(item), 0);
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return pick(items.slice(-1), random); // rounding left a crumb
}

/** The items in a random order (Fisher & Yates); the argument is left alone. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}

/**
 * A waiting time from an exponential distribution cut off at `most`: memoryless, so nobody can feel a cue coming.
 * @param mean of the distribution before it is cut, > 0
 * @param most longest wait returned, ≥ 0
 */
export function exponential(mean: number, most: number, random: Random): number {
  const share = 1 - Math.exp(-most / mean);
  return Math.min(most, -mean * Math.log(1 - random() * share));
}
