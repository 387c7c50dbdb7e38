import { BANDS, FRAMES_PER_SECOND } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { Percentile, quantile } from "./percentile.ts";
import type { Span } from "./spans.ts";

/** Frames to either side over which a band's level is averaged before it is judged. */
export const tuning = {
  SMOOTH: 2,
  REACH: 200,
  SHARE: 0.2,
  GLOBAL: 0.08,
  ABOVE_GLOBAL: 15,
  BELOW_TOP: 46,
  MARGIN: 2.5,
  MOST: 20,
  TOP: 6,
  ON_SHARE: 0.3,
  ON_MIN: 1.8,
  ON_MAX: 4.5,
  OFF: 0.5,
  DEPTH: 36,
  BACK: 15,
  MERGE: 12,
  LEAST: 8,
  VOICED: 0.5,
  RUN: 3,
  VOICED_FRAMES: 6,
  HEAD: 22,
  TAIL: 30,
  START_SHIFT: 0,
  END_SHIFT: 0,
};

/** How far a frame stands out of the noise, in dB over its own bands' floors; shape [count]. */
export function score(frames: Frames): Float32Array {
  const t = tuning;
  const { count, bands } = frames;
  const smooth = smoothed(bands, count, t.SMOOTH);
  const floors = new Float32Array(count * BANDS);
  const column = new Float32Array(count);
  for (let band = 0; band < BANDS; band++) {
    for (let i = 0; i < count; i++) column[i] = smooth[i * BANDS + band] as number;
    const high = quantile(column, t.GLOBAL) + t.ABOVE_GLOBAL;
    const low = quantile(column, 0.97) - t.BELOW_TOP;
    const running = new Percentile(t.SHARE);
    for (let i = 0; i < Math.min(count, t.REACH); i++) running.add(column[i] as number);
    for (let i = 0; i < count; i++) {
      if (i + t.REACH < count) running.add(column[i + t.REACH] as number);
      if (i - t.REACH - 1 >= 0) running.remove(column[i - t.REACH - 1] as number);
      floors[i * BANDS + band] = Math.max(low, Math.min(high, running.value()));
    }
  }
  const out = new Float32Array(count);
  const ratios = new Float64Array(BANDS);
  for (let i = 0; i < count; i++) {
    for (let band = 0; band < BANDS; band++)
      ratios[band] = (smooth[i * BANDS + band] as number) - (floors[i * BANDS + band] as number);
    ratios.sort();
    let sum = 0;
    for (let k = BANDS - t.TOP; k < BANDS; k++)
      sum += Math.max(0, Math.min(t.MOST, (ratios[k] as number) - t.MARGIN));
    out[i] = sum / t.TOP;
  }
  return out;
}

function smoothed(bands: Float32Array, count: number, reach: number): Float32Array {
  const out = new Float32Array(bands.length);
  for (let i = 0; i < count; i++) {
    const from = Math.max(0, i - reach);
    const until = Math.min(count - 1, i + reach);
    for (let band = 0; band < BANDS; band++) {
      let sum = 0;
      for (let k = from; k <= until; k++) sum += bands[k * BANDS + band] as number;
      out[i * BANDS + band] = sum / (until - from + 1);
    }
  }
  return out;
}

/** The level of each frame over all bands, dBFS. */
export function levelsOf({ bands, count }: Frames): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => {
    let power = 0;
    for (let band = 0; band < BANDS; band++) power += 10 ** ((bands[i * BANDS + band] as number) / 10);
    return 10 * Math.log10(power);
  });
}

export function findSpeech(frames: Frames, scores = score(frames), levels = levelsOf(frames)): Span[] {
  const t = tuning;
  const { count, voicing } = frames;
  const on = Math.max(t.ON_MIN, Math.min(t.ON_MAX, t.ON_SHARE * quantile(scores, 0.9)));
  const off = on * t.OFF;
  const least = quantile(levels, 0.95) - t.DEPTH;
  const found: [number, number][] = [];
  let start = -1;
  for (let i = 0; i < count; i++) {
    const s = scores[i] as number;
    const loud = (levels[i] as number) > least;
    if (start < 0 && s > on && loud) {
      start = i;
      const lower = Math.max(found.at(-1)?.[1] ?? 0, i - t.BACK);
      while (start > lower && (scores[start - 1] as number) > off && (levels[start - 1] as number) > least)
        start--;
    } else if (start >= 0 && (s < off || !loud)) {
      found.push([start, i]);
      start = -1;
    }
  }
  if (start >= 0) found.push([start, count]);
  const merged: [number, number][] = [];
  for (const [a, b] of found) {
    const last = merged.at(-1);
    if (last && a - last[1] < t.MERGE) last[1] = b;
    else merged.push([a, b]);
  }
  const out: Span[] = [];
  for (const [a, b] of merged) {
    if (b - a < t.LEAST) continue;
    let [first, last, run, voiced] = [-1, -1, 0, 0];
    for (let i = a; i < b; i++) {
      run = (voicing[i] as number) > t.VOICED ? run + 1 : 0;
      if (run === t.RUN) {
        voiced += t.RUN;
        if (first < 0) first = i - t.RUN + 1;
      } else if (run > t.RUN) voiced++;
      if (run >= t.RUN) last = i + 1;
    }
    if (voiced < t.VOICED_FRAMES) continue;
    const from = Math.max(a, first - t.HEAD) / FRAMES_PER_SECOND + t.START_SHIFT;
    const until = Math.min(b, last + t.TAIL) / FRAMES_PER_SECOND + t.END_SHIFT;
    if (until > from) out.push([Math.max(0, from), Math.min(frames.duration, until)]);
  }
  return out;
}
