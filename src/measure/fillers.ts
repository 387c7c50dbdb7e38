import { BANDS, FRAMES_PER_SECOND } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { quantile } from "./percentile.ts";
import { semitones } from "./pitch.ts";
import type { Span } from "./spans.ts";

export const ft = {
  APART: 4,
  ANGLE: 0.3,
  STEP: 0.6,
  VOICED: 0.3,
  RUN: 6,
  JOIN: 14,
  LEAST: 28,
  ABOVE: 2,
  POWER: 0.3,
};

/** How far the spectrum turned over 80 ms, in radians, around each frame. */
export function turning(frames: Frames): Float32Array {
  const { bands, count } = frames;
  const unit = new Float32Array(count * BANDS);
  const column = new Float32Array(count);
  const floors = Array.from({ length: BANDS }, (_, band) => {
    for (let i = 0; i < count; i++) column[i] = bands[i * BANDS + band] as number;
    return 10 ** (quantile(column, 0.1) / 10);
  });
  for (let i = 0; i < count; i++) {
    let norm = 0;
    for (let band = 0; band < BANDS; band++) {
      const power = Math.max(0, 10 ** ((bands[i * BANDS + band] as number) / 10) - (floors[band] as number));
      const value = power ** ft.POWER;
      unit[i * BANDS + band] = value;
      norm += value * value;
    }
    norm = Math.sqrt(norm) || 1;
    for (let band = 0; band < BANDS; band++)
      unit[i * BANDS + band] = (unit[i * BANDS + band] as number) / norm;
  }
  return Float32Array.from({ length: count }, (_, i) => {
    const [a, b] = [Math.max(0, i - ft.APART), Math.min(count - 1, i + ft.APART)];
    let dot = 0;
    for (let band = 0; band < BANDS; band++)
      dot += (unit[a * BANDS + band] as number) * (unit[b * BANDS + band] as number);
    return Math.acos(Math.max(-1, Math.min(1, dot)));
  });
}

export type Filler = Readonly<{ span: Span; confidence: number }>;

export function findFillers(
  frames: Frames,
  speech: readonly Span[],
  track: Float32Array,
  turns = turning(frames),
): Filler[] {
  const { voicing } = frames;
  const pitched = [...track].filter((h) => h > 0).map(semitones);
  const usual = quantile(pitched, 0.5);
  const out: Filler[] = [];
  for (const [start, end] of speech) {
    const [from, until] = [
      Math.round(start * FRAMES_PER_SECOND),
      Math.min(frames.count, Math.round(end * FRAMES_PER_SECOND)),
    ];
    const runs: [number, number][] = [];
    let begun = -1;
    for (let i = from; i <= until; i++) {
      const still =
        i < until && (turns[i] as number) < ft.ANGLE && (voicing[i] as number) > ft.VOICED && level(track, i);
      if (still && begun < 0) begun = i;
      if (!still && begun >= 0) {
        if (i - begun >= ft.RUN) runs.push([begun, i]);
        begun = -1;
      }
    }
    const groups: [number, number][] = [];
    for (const run of runs) {
      const last = groups.at(-1);
      if (last && run[0] - last[1] <= ft.JOIN && bridged(voicing, track, last[1], run[0])) last[1] = run[1];
      else groups.push(run);
    }
    for (const [a, b] of groups) {
      if (b - a < ft.LEAST) continue;
      const tones: number[] = [];
      for (let i = a; i < b; i++) if ((track[i] as number) > 0) tones.push(semitones(track[i] as number));
      const tone = quantile(tones, 0.5);
      if (tone > usual + ft.ABOVE) continue;
      out.push({ span: [a / FRAMES_PER_SECOND, b / FRAMES_PER_SECOND], confidence: 1 });
    }
  }
  return out;
}

/** Whether the pitch stands still around a frame; one without pitch does not speak against it. */
function level(track: Float32Array, i: number): boolean {
  const [a, b] = [
    track[Math.max(0, i - ft.APART)] as number,
    track[Math.min(track.length - 1, i + ft.APART)] as number,
  ];
  return a === 0 || b === 0 || Math.abs(semitones(a) - semitones(b)) < ft.STEP;
}

function bridged(voicing: Float32Array, track: Float32Array, from: number, until: number): boolean {
  for (let i = from; i < until; i++) if ((voicing[i] as number) <= ft.VOICED) return false;
  const [a, b] = [track[from - 1] as number, track[until] as number];
  return a === 0 || b === 0 || Math.abs(semitones(a) - semitones(b)) < 1;
}
