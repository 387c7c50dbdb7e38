import { SILENCE } from "./bands.ts";

/** Levels are counted in steps of a quarter of a decibel, from silence to 10 dB over full scale. */
const STEP = 0.25;
const BINS = (10 - SILENCE) / STEP;

/** The percentile of a set of levels that changes by one level at a time: a histogram with a finger on its rank. */
export class Percentile {
  private readonly counts = new Uint32Array(BINS);
  private size = 0;
  /** The bin the finger is on, and how many levels lie in lower ones. */
  private bin = 0;
  private below = 0;

  /** @param share of the levels that are lower, in [0, 1] */
  constructor(private readonly share: number) {}

  add(level: number): void {
    this.change(level, 1);
  }

  remove(level: number): void {
    this.change(level, -1);
  }

  private change(level: number, by: 1 | -1): void {
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor((level - SILENCE) / STEP)));
    this.counts[bin] = (this.counts[bin] as number) + by;
    this.size += by;
    if (bin < this.bin) this.below += by;
  }

  /** In dBFS; that of no levels is silence. */
  value(): number {
    if (this.size === 0) return SILENCE;
    const rank = Math.min(this.size - 1, Math.floor(this.share * this.size));
    while (this.below > rank) this.below -= this.counts[--this.bin] as number;
    while (this.below + (this.counts[this.bin] as number) <= rank)
      this.below += this.counts[this.bin++] as number;
    const inside = (rank - this.below + 0.5) / (this.counts[this.bin] as number);
    return SILENCE + STEP * (this.bin + inside);
  }
}

/** The level below which a share of some values lies, interpolated; of none it is NaN. Does not change the list. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * Math.max(0, Math.min(1, share));
  const below = Math.floor(place);
  const [a = 0, b = a] = [sorted[below], sorted[below + 1] ?? sorted[below]];
  return a + (b - a) * (place - below);
}
