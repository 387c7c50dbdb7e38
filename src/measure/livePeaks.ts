import type { Ms, Seconds } from "../lib/units.ts";
import { PEAKS_PER_SECOND, type PeakBuilder } from "./peaks.ts";

/** Blocks of the tap come 50 times a second; room is made for a minute at a time. */
const ROOM = 3_000;

/**
 * The waveform as it was heard live, so that an hour need not be decoded to be drawn. Keeps one moment and one peak
 * a block: 12 bytes, 2.2 MB an hour.
 */
export class LivePeaks {
  private moments = new Float64Array(ROOM);
  private values = new Float32Array(ROOM);
  private count = 0;

  /**
   * @param at   the clock at the block's end
   * @param peak the highest absolute sample of the block, in [0, 1]
   */
  add(at: Ms, peak: number): void {
    if (this.count === this.moments.length) {
      const [moments, values] = [new Float64Array(this.count + ROOM), new Float32Array(this.count + ROOM)];
      moments.set(this.moments);
      values.set(this.values);
      [this.moments, this.values] = [moments, values];
    }
    this.moments[this.count] = at;
    this.values[this.count++] = peak;
  }

  /**
   * Draws what was heard on the take's line.
   *
   * The live blocks arrive some hundredths of a second late, by an amount nobody tells; it is found by sliding them
   * against a stretch that was decoded.
   * @param place   where a moment of the clock lies on the line; it must not go back
   * @param decoded the waveform of the take's beginning, 50 values a second
   * @returns       the share of the line that was heard, in [0, 1]: low when the audio thread was suspended
   */
  drawOn(
    builder: PeakBuilder,
    place: (moment: Ms) => Seconds,
    length: Seconds,
    decoded: Float32Array,
  ): number {
    const bins = new Float32Array(Math.max(1, Math.round(length * PEAKS_PER_SECOND)));
    const heard = new Uint8Array(bins.length);
    for (let block = 0; block < this.count; block++) {
      const bin = Math.floor(place(this.moments[block] as Ms) * PEAKS_PER_SECOND) - 1;
      if (bin < 0 || bin >= bins.length) continue;
      bins[bin] = Math.max(bins[bin] ?? 0, this.values[block] ?? 0);
      heard[bin] = 1;
    }
    closeCracks(bins, heard);
    const shift = bestShift(bins, decoded);
    for (const [bin, value] of bins.entries()) builder.mark(bin - shift, value);
    return heard.reduce((sum, bin) => sum + bin, 0) / bins.length;
  }
}

/** Blocks come unevenly, so that two may fall into one bin and leave the next one empty: as long as this, it is no hole. */
const CRACK = 4;

/** Bins that no block fell into are drawn as their neighbours, where those are near on both sides. */
function closeCracks(bins: Float32Array, heard: Uint8Array): void {
  let last = -1;
  for (let bin = 0; bin < bins.length; bin++) {
    if (!heard[bin]) continue;
    if (last >= 0 && bin - last - 1 <= CRACK) {
      bins.fill(Math.min(bins[last] ?? 0, bins[bin] ?? 0), last + 1, bin);
      heard.fill(1, last + 1, bin);
    }
    last = bin;
  }
}

/** The live waveform is looked for this many bins around its place: 300 ms. */
const FARTHEST = 15;

/** By how many bins `live` lags behind `decoded`. */
function bestShift(live: Float32Array, decoded: Float32Array): number {
  let best = { shift: 0, product: -1 };
  for (let shift = -FARTHEST; shift <= FARTHEST; shift++) {
    let product = 0;
    for (const [bin, value] of decoded.entries()) product += value * (live[bin + shift] ?? 0);
    if (product > best.product) best = { shift, product };
  }
  return best.shift;
}
