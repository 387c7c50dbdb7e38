import { BANDS } from "./bands.ts";
import { ABOVE_QUIETEST, isDead, QUIET_SHARE, QUIETEST_SHARE } from "./noise.ts";
import { Percentile } from "./percentile.ts";

/** The noise is learned from the last 8 s, and the quietest from the last minute, of which every tenth frame is kept. */
const REACH = 800;
const EVERY = 10;
const LONG_REACH = 600;

/** Percentiles of each band over the last so many frames. */
class Recent {
  private readonly levels: Float32Array;
  private readonly percentiles: readonly Percentile[];
  private at = 0;
  private full = false;

  constructor(
    private readonly reach: number,
    share: number,
  ) {
    this.levels = new Float32Array(reach * BANDS);
    this.percentiles = Array.from({ length: BANDS }, () => new Percentile(share));
  }

  add(levels: Float32Array): void {
    const base = this.at * BANDS;
    for (let band = 0; band < BANDS; band++) {
      const percentile = this.percentiles[band] as Percentile;
      if (this.full) percentile.remove(this.levels[base + band] as number);
      percentile.add(levels[band] as number);
    }
    this.levels.set(levels, base);
    this.at = (this.at + 1) % this.reach;
    if (this.at === 0) this.full = true;
  }

  value(band: number): number {
    return (this.percentiles[band] as Percentile).value();
  }
}

/** The floors of the noise as far as they are known by now: those of `noise.ts`, from one side. */
export class LiveNoise {
  /** dBFS, shape [20]. */
  readonly floors = new Float32Array(BANDS);
  private readonly near = new Recent(REACH, QUIET_SHARE);
  private readonly long = new Recent(LONG_REACH, QUIETEST_SHARE);
  private count = 0;

  /** Takes in the levels of one more frame, dBFS, shape [20]. */
  learn(levels: Float32Array): void {
    if (isDead(levels, 0)) return;
    this.near.add(levels);
    if (this.count++ % EVERY === 0) this.long.add(levels);
    for (let band = 0; band < BANDS; band++)
      this.floors[band] = Math.min(this.near.value(band), this.long.value(band) + ABOVE_QUIETEST);
  }
}
