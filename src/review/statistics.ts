/**
 * The middle value; of an even number, the mean of the two in the middle.
 * @returns null when there is none
 */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : lower + (upper - lower) / 2;
}

/**
 * Median absolute deviation: half of the values lie no farther than this from their median. Not scaled to look like a
 * standard deviation.
 * @returns null when there is none
 */
export function medianDeviation(values: readonly number[]): number | null {
  const middle = median(values);
  return middle === null ? null : median(values.map((value) => Math.abs(value - middle)));
}
