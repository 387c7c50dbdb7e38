import { describe, expect, it } from "vitest";
import { seeded } from "../../src/lib/random.ts";
import { type Ms, ms, type Seconds, seconds } from "../../src/lib/units.ts";
import { LivePeaks } from "../../src/measure/livePeaks.ts";
import { PEAKS_PER_SECOND, PeakBuilder } from "../../src/measure/peaks.ts";

const BLOCK = 1_000 / PEAKS_PER_SECOND;
/** The clock at the first sample of the take. */
const ORIGIN = 5_000;
const place = (moment: Ms): Seconds => seconds((moment - ORIGIN) / 1000);

/** A waveform of words and pauses: one value every 20 ms. */
function waveform(length: number, seed = 1): Float32Array {
  const random = seeded(seed);
  let level = 0;
  return Float32Array.from({ length: length * PEAKS_PER_SECOND }, (_, bin) => {
    if (bin % 6 === 0) level = random() < 0.3 ? 0.002 : random();
    return Math.fround(level * (0.6 + 0.4 * random()));
  });
}

type Hearing = Readonly<{
  /** How many milliseconds a block arrives after its last sample. */
  late?: number;
  /** Blocks that were not heard: the audio thread was suspended. */
  deaf?: (bin: number) => boolean;
  /** Uneven arrival, in milliseconds either way. */
  jitter?: number;
  /** Seconds of the beginning that were decoded. */
  decoded?: number;
}>;

/** What is drawn of a waveform that was heard live, and the share of it that was heard. */
function drawn(
  wave: Float32Array,
  { late = 0, deaf = () => false, jitter = 0, decoded = 30 }: Hearing = {},
): { peaks: Float32Array; share: number } {
  const random = seeded(3);
  const live = new LivePeaks();
  for (const [bin, value] of wave.entries())
    if (!deaf(bin)) live.add(ms(ORIGIN + (bin + 1) * BLOCK + late + jitter * (2 * random() - 1)), value);
  const length = seconds(wave.length / PEAKS_PER_SECOND);
  const builder = new PeakBuilder(length);
  const share = live.drawOn(builder, place, length, wave.subarray(0, decoded * PEAKS_PER_SECOND));
  return { peaks: builder.peaks(), share };
}

/** The share of the waveform that is drawn exactly. */
const alike = (wave: Float32Array, peaks: Float32Array): number =>
  wave.reduce((sum, value, bin) => sum + (peaks[bin] === value ? 1 : 0), 0) / wave.length;

describe("the waveform as it was heard", () => {
  it("lands on its bins, to the last one", () => {
    const wave = waveform(100);
    // 2 ms late, so that no block sits on the edge between two bins
    const { peaks, share } = drawn(wave, { late: 2 });
    expect(peaks).toEqual(wave);
    expect(share).toBe(1);
  });

  it.each([2, 22, 45, 130, 290])("finds a delay of %i ms that nobody tells", (late) => {
    const wave = waveform(100);
    const { peaks } = drawn(wave, { late });
    const lost = Math.ceil(late / BLOCK);
    expect(peaks.subarray(0, wave.length - lost)).toEqual(wave.subarray(0, wave.length - lost));
  });

  it("finds it from the few seconds of a short beginning", () =>
    expect(alike(waveform(100), drawn(waveform(100), { late: 130, decoded: 5 }).peaks)).toBeGreaterThan(
      0.98,
    ));

  it("is hardly blurred by blocks that come up to 8 ms early or late", () => {
    const wave = waveform(100);
    expect(alike(wave, drawn(wave, { late: 50, jitter: 8 }).peaks)).toBeGreaterThan(0.98);
  });

  it("has no cracks where two blocks fall into one bin and leave the next one empty", () => {
    const wave = waveform(100);
    const { share, peaks } = drawn(wave, { late: 5, jitter: 15 });
    expect(share).toBeGreaterThan(0.999);
    const loud = wave.map((value, bin) => Math.min(value, wave[bin - 1] ?? value, wave[bin + 1] ?? value));
    const cracks = peaks.filter((value, bin) => value === 0 && (loud[bin] ?? 0) > 0.1);
    expect(cracks).toHaveLength(0);
  });

  it("makes room for an hour", () => {
    const wave = waveform(3_600);
    expect(alike(wave, drawn(wave, { late: 42 }).peaks)).toBeGreaterThan(0.999);
  });

  it("says how much was heard, when the audio thread slept", () => {
    const wave = waveform(100);
    const { share, peaks } = drawn(wave, { late: 2, deaf: (bin) => bin >= 2_000 && bin < 3_000 });
    expect(share).toBeCloseTo(0.8, 3);
    expect(Math.max(...peaks.subarray(2_000, 3_000))).toBe(0);
    expect(peaks.subarray(3_000)).toEqual(wave.subarray(3_000));
  });

  it("draws nothing of what was heard before the take, or after it", () => {
    const live = new LivePeaks();
    live.add(ms(ORIGIN - 500), 1);
    live.add(ms(ORIGIN + 60_000), 1);
    const builder = new PeakBuilder(10);
    expect(live.drawOn(builder, place, seconds(10), new Float32Array(500))).toBe(0);
    expect(Math.max(...builder.peaks())).toBe(0);
  });

  it("has heard nothing of a take when nothing was heard", () => {
    const builder = new PeakBuilder(10);
    expect(new LivePeaks().drawOn(builder, place, seconds(10), waveform(10))).toBe(0);
  });
});
