import { BANDS, corners, FRAMES_PER_SECOND } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { quantile } from "./percentile.ts";
import type { Span } from "./spans.ts";

export const st = { FROM: 430, UNTIL: 2700, SIGMA: 1.5, DEPTH: 25, DIP: 1, APART: 5, VOICED: 0.3, NEAR: 3 };

/** The sonority of each frame: level of the vowel bands in dB, smoothed. */
export function sonority({ bands, count }: Frames): Float32Array {
  const inside = Array.from({ length: BANDS }, (_, b) => b).filter(
    (b) => (corners[b + 1] as number) >= st.FROM && (corners[b + 1] as number) <= st.UNTIL,
  );
  const raw = Float32Array.from({ length: count }, (_, i) => {
    let power = 0;
    for (const band of inside) power += 10 ** ((bands[i * BANDS + band] as number) / 10);
    return 10 * Math.log10(power);
  });
  const reach = Math.ceil(3 * st.SIGMA);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * st.SIGMA ** 2)),
  );
  return Float32Array.from({ length: count }, (_, i) => {
    let [sum, total] = [0, 0];
    for (const [k, weight] of weights.entries()) {
      const at = i + k - reach;
      if (at < 0 || at >= count) continue;
      sum += weight * (raw[at] as number);
      total += weight;
    }
    return sum / total;
  });
}

/** Places of syllable nuclei in seconds. */
export function nuclei(frames: Frames, speech: readonly Span[], loudness = sonority(frames)): number[] {
  const spoken: number[] = [];
  const ranges = speech.map(
    ([a, b]) =>
      [Math.round(a * FRAMES_PER_SECOND), Math.min(frames.count, Math.round(b * FRAMES_PER_SECOND))] as const,
  );
  for (const [a, b] of ranges) for (let i = a; i < b; i++) spoken.push(loudness[i] as number);
  const least = quantile(spoken, 0.97) - st.DEPTH;
  return ranges.flatMap(([a, b]) => nucleiOf(frames, loudness, least, a, b));
}

function nucleiOf(
  frames: Frames,
  loudness: Float32Array,
  least: number,
  from: number,
  until: number,
): number[] {
  const peaks: number[] = [];
  const at = (i: number) => loudness[i] as number;
  for (let i = from; i < until; i++) {
    const before = i > from ? at(i - 1) : Number.NEGATIVE_INFINITY;
    const after = i + 1 < until ? at(i + 1) : Number.NEGATIVE_INFINITY;
    if (at(i) > least && at(i) > before && at(i) >= after) peaks.push(i);
  }
  const saddle = (a: number, b: number) => {
    let low = Number.POSITIVE_INFINITY;
    for (let i = a; i <= b; i++) low = Math.min(low, at(i));
    return low;
  };
  const saddles = peaks.slice(1).map((peak, k) => saddle(peaks[k] as number, peak));
  for (;;) {
    let [worst, where] = [Number.POSITIVE_INFINITY, -1];
    for (let k = 0; k < saddles.length; k++) {
      const [a, b] = [peaks[k] as number, peaks[k + 1] as number];
      let dip = Math.min(at(a), at(b)) - (saddles[k] as number);
      if (b - a < st.APART) dip = Math.min(dip, 0);
      if (dip < worst) [worst, where] = [dip, k];
    }
    if (where < 0 || worst >= st.DIP) break;
    const drop = at(peaks[where] as number) < at(peaks[where + 1] as number) ? where : where + 1;
    peaks.splice(drop, 1);
    // the saddle that goes is the shallower one; the other side keeps the deeper of the two
    if (drop > 0 && drop < saddles.length) {
      const low = Math.min(saddles[drop - 1] as number, saddles[drop] as number);
      saddles.splice(drop - 1, 2, low);
    } else saddles.splice(drop === 0 ? 0 : saddles.length - 1, 1);
  }
  return peaks
    .filter((peak) => {
      for (let i = Math.max(0, peak - st.NEAR); i <= Math.min(frames.count - 1, peak + st.NEAR); i++)
        if ((frames.voicing[i] as number) > st.VOICED) return true;
      return false;
    })
    .map((peak) => (peak + 0.5) / FRAMES_PER_SECOND);
}
