/** Statistics that a few wild values do not move. All of them leave their arguments alone. */

/** The middle half of some values, and how many there are. */
export type Spread = Readonly<{ count: number; median: number; lower: number; upper: number }>;

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/**
 * A quantile of sorted values, straight between its neighbours (Hyndman & Fan 1996, type 7).
 * @param sorted ascending, at least one
 * @param share  in [0, 1]
 */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles; null of nothing. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = ascending(values);
  return {
    count: sorted.length,
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
  };
}

export type Point = Readonly<{ x: number; y: number }>;

/** A line through points, and how sure its slope is. */
export type RobustLine = Readonly<{
  /** Change of y for one of x. */
  slope: number;
  /** Where it stands at x = 0. */
  intercept: number;
  /** The slope's 95 % interval; null when there are too few points to have one. */
  interval: readonly [low: number, high: number] | null;
}>;

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/**
 * The median of the slopes between all pairs of points, with its interval from Kendall's S, corrected for equal values
 * of y. Ranks of the interval are rounded outwards, so that with fewer than six points there is none.
 * @param points each at its own x
 * @returns      null of fewer than two points
 * @see Theil 1950; Sen 1968, doi 10.1080/01621459.1968.10480934; ties after Gilbert 1987, section 16.5
 */
export function theilSen(points: readonly Point[]): RobustLine | null {
  const n = points.length;
  if (n < 2) return null;
  const [xs, ys] = [Float64Array.from(points, ({ x }) => x), Float64Array.from(points, ({ y }) => y)];
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (let a = 0; a < n; a++) {
    const [x, y] = [xs[a] ?? 0, ys[a] ?? 0];
    for (let b = a + 1; b < n; b++) slopes[at++] = ((ys[b] ?? 0) - y) / ((xs[b] ?? 0) - x);
  }
  const ties = [...countEqual(ys)].reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const reach = Z * Math.sqrt(Math.max(0, n * (n - 1) * (2 * n + 5) - ties) / 18);
  const rank = Math.floor((slopes.length - reach) / 2); // counted from one
  // From the left to the right, each search has to look only at what lies behind the one before.
  const middle = (slopes.length - 1) / 2;
  const [below, above] = [Math.floor(middle), Math.ceil(middle)];
  const low = rank >= 1 ? smallest(slopes, rank - 1, 0) : null;
  const half = smallest(slopes, below, Math.max(0, rank - 1));
  const slope = (half + smallest(slopes, above, below)) / 2;
  const interval = low === null ? null : ([low, smallest(slopes, slopes.length - rank, above)] as const);
  const intercept = spreadOf(points.map(({ x, y }) => y - slope * x))?.median ?? 0;
  return { slope, intercept, interval };
}

/**
 * The value that would stand at a place if all were sorted, found without sorting all of them: six years have 50 000
 * slopes. The values are moved about.
 * @param from the place of an earlier search, at or below this one: what lies before it is smaller already
 * @see Hoare 1961, "Find", doi 10.1145/366622.366647
 */
function smallest(values: Float64Array, place: number, from: number): number {
  let [left, right] = [from, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? 0;
    let [low, high] = [left, right];
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low++;
      while ((values[high] ?? 0) > pivot) high--;
      if (low > high) break;
      const moved = values[low] ?? 0;
      values[low++] = values[high] ?? 0;
      values[high--] = moved;
    }
    if (place <= high) right = high;
    else if (place >= low) left = low;
    else break;
  }
  return values[place] ?? 0;
}

function countEqual(values: Iterable<number>): Iterable<number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts.values();
}

/**
 * How sure it is that values of the one sort are larger than those of the other: the z of the Mann & Whitney test, with
 * ties and the correction for continuity. Above 1.64 chance alone would do it in one case of twenty.
 * @returns 0 when either is empty or all are equal
 * @see Mann & Whitney 1947, doi 10.1214/aoms/1177730491
 */
export function largerThan(these: readonly number[], those: readonly number[]): number {
  const all = [
    ...these.map((value) => ({ value, mine: true })),
    ...those.map((value) => ({ value, mine: false })),
  ].sort((a, b) => a.value - b.value);
  const [n, m, total] = [these.length, those.length, all.length];
  let [ranks, ties] = [0, 0];
  for (let start = 0; start < total; ) {
    let end = start;
    while (end < total && all[end]?.value === all[start]?.value) end++;
    const tied = end - start;
    const mine = all.slice(start, end).filter((one) => one.mine).length;
    ranks += mine * ((start + 1 + end) / 2);
    ties += tied ** 3 - tied;
    start = end;
  }
  const above = ranks - (n * (n + 1)) / 2 - (n * m) / 2;
  if (Math.abs(above) <= 0.5) return 0;
  const variance = total > 1 ? ((n * m) / 12) * (total + 1 - ties / (total * (total - 1))) : 0;
  if (variance <= 0) return 0;
  return (Math.sign(above) * (Math.abs(above) - 0.5)) / Math.sqrt(variance);
}
