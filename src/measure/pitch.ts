import { FRAMES_PER_SECOND } from "./bands.ts";
import { HIGHEST_PITCH, LOW_HOP, LOW_RATE, LOWEST_PITCH } from "./frameStream.ts";
import type { Frames } from "./frames.ts";
import { quantile } from "./percentile.ts";
import { type Candidate, MOST_CANDIDATES, OCTAVE_COST, Periodicity } from "./periodicity.ts";
import type { Span } from "./spans.ts";

export const pt = {
  VOICED: 0.45,
  SILENT: 0.03,
  JUMP: 0.35,
  ONSET: 0.14,
  FLOOR: 0.75,
  CEIL: 2,
  ROUGH: 0.5,
};
/** Fewer rough frames than this tell no range: the whole one is searched. */
const ENOUGH = 20;
/** A stretch is tracked in pieces of at most this many frames: 20 s. */
const PIECE = 2_000;

/** The range a voice moves in, from its rough pitch. @see De Looze & Hirst 2008, two passes */
export function rangeOf(frames: Frames, speech: readonly Span[]): readonly [floor: number, ceiling: number] {
  const heard: number[] = [];
  for (const [start, end] of speech)
    for (
      let i = Math.round(start * FRAMES_PER_SECOND);
      i < Math.min(frames.count, end * FRAMES_PER_SECOND);
      i++
    )
      if ((frames.voicing[i] as number) > pt.ROUGH) heard.push(frames.hertz[i] as number);
  if (heard.length < ENOUGH) return [LOWEST_PITCH, HIGHEST_PITCH];
  const floor = Math.max(LOWEST_PITCH, pt.FLOOR * quantile(heard, 0.25));
  const ceiling = Math.min(HIGHEST_PITCH, pt.CEIL * quantile(heard, 0.75));
  return [floor, Math.max(ceiling, 2 * floor)];
}

/** The pitch of each frame in Hz, shape [count]; 0 where there is none. */
export function trackPitch(frames: Frames, speech: readonly Span[]): Float32Array {
  const track = new Float32Array(frames.count);
  const [floor, ceiling] = rangeOf(frames, speech);
  const periodicity = new Periodicity(LOW_RATE, floor, ceiling);
  const loudest = loudestOf(frames, speech);
  if (loudest < 1e-7) return track;
  for (const [start, end] of speech) {
    const last = Math.min(frames.count, Math.round(end * FRAMES_PER_SECOND));
    for (let from = Math.round(start * FRAMES_PER_SECOND); from < last; from += PIECE)
      trackPiece(frames, periodicity, [floor, ceiling], loudest, from, Math.min(last, from + PIECE), track);
  }
  return track;
}

function loudestOf({ low }: Frames, speech: readonly Span[]): number {
  let peak = 0;
  for (const [start, end] of speech)
    for (let i = Math.round(start * LOW_RATE); i < Math.min(low.length, end * LOW_RATE); i++)
      peak = Math.max(peak, Math.abs(low[i] as number));
  return peak;
}

/** The cheapest way through the candidates of some frames. @see Boersma 1993, section 4 */
function trackPiece(
  frames: Frames,
  periodicity: Periodicity,
  [floor, ceiling]: readonly [number, number],
  loudest: number,
  from: number,
  until: number,
  track: Float32Array,
): void {
  const width = MOST_CANDIDATES + 1; // the first is "no pitch"
  const count = until - from;
  if (count <= 0) return;
  const half = (periodicity.taper.length - 1) / 2;
  const pool: Candidate[] = Array.from({ length: MOST_CANDIDATES }, () => ({ hertz: 0, strength: 0 }));
  const hertz = new Float64Array(count * width);
  const octave = new Float64Array(count * width);
  const worth = new Float64Array(count * width);
  const sizes = new Uint8Array(count);
  const back = new Uint8Array(count * width);
  for (let i = 0; i < count; i += 2) {
    const other = Math.min(i + 1, count - 1);
    const startOf = (index: number) => (from + index) * LOW_HOP + LOW_HOP / 2 - half;
    const peaks = periodicity.pair(frames.low, startOf(i), startOf(other));
    for (const which of [0, 1] as const) {
      const index = which === 0 ? i : other;
      if (which === 1 && other === i) break;
      const found = periodicity.candidates(which, pool);
      const base = index * width;
      worth[base] = pt.VOICED + Math.max(0, 2 - (peaks[which] / loudest) * ((1 + pt.VOICED) / pt.SILENT));
      let size = 1;
      for (let k = 0; k < found; k++) {
        const { hertz: h, strength } = pool[k] as Candidate;
        if (h < floor || h > ceiling) continue;
        hertz[base + size] = h;
        octave[base + size] = Math.log2(h);
        worth[base + size] = strength - OCTAVE_COST * Math.log2(ceiling / h);
        size++;
      }
      sizes[index] = size;
    }
  }
  for (let i = 1; i < count; i++) {
    const [before, now] = [(i - 1) * width, i * width];
    for (let k = 0; k < (sizes[i] as number); k++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < (sizes[i - 1] as number); j++) {
        let cost = 0;
        if ((k === 0) !== (j === 0)) cost = pt.ONSET;
        else if (k > 0)
          cost = pt.JUMP * Math.abs((octave[now + k] as number) - (octave[before + j] as number));
        const total = (worth[before + j] as number) - cost;
        if (total > best) {
          best = total;
          back[now + k] = j;
        }
      }
      worth[now + k] = (worth[now + k] as number) + best;
    }
  }
  let choice = 0;
  const lastRow = (count - 1) * width;
  for (let k = 1; k < (sizes[count - 1] as number); k++)
    if ((worth[lastRow + k] as number) > (worth[lastRow + choice] as number)) choice = k;
  for (let i = count - 1; i >= 0; i--) {
    track[from + i] = hertz[i * width + choice] as number;
    choice = back[i * width + choice] as number;
  }
}

/** Semitones above 100 Hz. */
export const semitones = (hertz: number): number => 12 * Math.log2(hertz / 100);

export type Pitch = Readonly<{ median: number; sd: number; low: number; high: number; frames: number }>;

/** Median, spread and range of a track. */
export function pitchOf(track: Float32Array): Pitch | null {
  const voiced: number[] = [];
  for (const hertz of track) if (hertz > 0) voiced.push(semitones(hertz));
  if (voiced.length < 10) return null;
  const mean = voiced.reduce((a, b) => a + b, 0) / voiced.length;
  const sd = Math.sqrt(voiced.reduce((a, b) => a + (b - mean) ** 2, 0) / voiced.length);
  return {
    median: quantile(voiced, 0.5),
    sd,
    low: quantile(voiced, 0.1),
    high: quantile(voiced, 0.9),
    frames: voiced.length,
  };
}
