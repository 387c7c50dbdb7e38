import { BANDS, SILENCE } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { Percentile } from "./percentile.ts";

/** The noise under a frame is the quietest share of what its band does within 5 s on either side. */
export const QUIET_SHARE = 0.15;
const REACH = 500;
/** It is at most this much (dB) above the quietest of the whole take: talk without a pause is not noise. */
export const ABOVE_QUIETEST = 15;
export const QUIETEST_SHARE = 0.08;
/** And at least this much (dB) under the band's top: a gate that shuts to nothing must not make all else speech. */
export const BELOW_TOP = 46;
const TOP_SHARE = 0.97;
/** Frames to either side over which a level is averaged before it is judged: ±20 ms. */
const SMOOTH = 2;

/** Bands that stand out most say whether somebody speaks: a voice is narrow, the room is wide. */
const STRONGEST = 5;
/** Noise wavers by this (dB) over its floor. */
const WAVER = 2;
/** More than this (dB) is as good as any more. */
const ENOUGH = 20;

/**
 * How far a frame stands out of the noise: the mean of its five best bands, in dB over the wavering of their floors,
 * each in [0, 20].
 * @param levels of the bands in dBFS, shape [20], starting at `at`; `floors` likewise
 */
export function standing(levels: Float32Array, at: number, floors: Float32Array, from: number): number {
  best.fill(0);
  for (let band = 0; band < BANDS; band++) {
    let ratio = Math.min(ENOUGH, (levels[at + band] as number) - (floors[from + band] as number) - WAVER);
    for (let rank = 0; rank < STRONGEST && ratio > 0; rank++) {
      const other = best[rank] as number;
      if (ratio <= other) continue;
      best[rank] = ratio;
      ratio = other;
    }
  }
  let sum = 0;
  for (let rank = 0; rank < STRONGEST; rank++) sum += best[rank] as number;
  return sum / STRONGEST;
}
const best = new Float64Array(STRONGEST);

/** Digital silence: not even noise. It tells nothing of the room, and counts as quiet as the room ever is. */
export const isDead = (bands: Float32Array, at: number): boolean => {
  for (let band = 0; band < BANDS; band++) if ((bands[at + band] as number) > SILENCE) return false;
  return true;
};

/**
 * How far each frame stands out of the noise around it, before and after.
 * @returns shape [count], dB in [0, 20]
 */
export function prominence({ bands, count }: Frames): Float32Array {
  const levels = smoothed(bands, count);
  const dead = Uint8Array.from({ length: count }, (_, frame) => (isDead(bands, frame * BANDS) ? 1 : 0));
  const floors = new Float32Array(count * BANDS);
  for (let band = 0; band < BANDS; band++) floorsOf(levels, dead, band, floors);
  return Float32Array.from({ length: count }, (_, frame) =>
    dead[frame] ? 0 : standing(levels, frame * BANDS, floors, frame * BANDS),
  );
}

/**
 * How far each frame stands out of the least that there could be: for a sound that never stops, of which no moment
 * tells what lies under it.
 * @returns shape [count], dB in [0, 20]
 */
export function prominenceOfSteady({ bands, count }: Frames): Float32Array {
  const floors = Float32Array.from({ length: BANDS }, (_, band) => {
    const top = new Percentile(TOP_SHARE);
    for (let frame = 0; frame < count; frame++) top.add(bands[frame * BANDS + band] as number);
    return top.value() - BELOW_TOP;
  });
  return Float32Array.from({ length: count }, (_, frame) => standing(bands, frame * BANDS, floors, 0));
}

/** The floors of one band. */
function floorsOf(levels: Float32Array, dead: Uint8Array, band: number, floors: Float32Array): void {
  const count = dead.length;
  const [bottom, top] = [new Percentile(QUIETEST_SHARE), new Percentile(TOP_SHARE)];
  for (let frame = 0; frame < count; frame++) {
    if (dead[frame]) continue;
    bottom.add(levels[frame * BANDS + band] as number);
    top.add(levels[frame * BANDS + band] as number);
  }
  const [quietest, least] = [bottom.value(), top.value() - BELOW_TOP];
  const levelOf = (frame: number) => (dead[frame] ? quietest : (levels[frame * BANDS + band] as number));
  const first = dead.indexOf(0); // before and after the sound there is nothing to learn from
  const end = dead.lastIndexOf(0) + 1;
  const around = new Percentile(QUIET_SHARE);
  for (let frame = Math.max(0, first); frame < Math.min(end, REACH); frame++) around.add(levelOf(frame));
  for (let frame = 0; frame < count; frame++) {
    const [coming, going] = [frame + REACH, frame - REACH - 1];
    if (coming >= first && coming < end) around.add(levelOf(coming));
    if (going >= first && going >= 0 && going < end) around.remove(levelOf(going));
    floors[frame * BANDS + band] = Math.max(least, Math.min(quietest + ABOVE_QUIETEST, around.value()));
  }
}

function smoothed(bands: Float32Array, count: number): Float32Array {
  const out = new Float32Array(bands.length);
  for (let frame = 0; frame < count; frame++) {
    const from = Math.max(0, frame - SMOOTH);
    const until = Math.min(count - 1, frame + SMOOTH);
    for (let band = 0; band < BANDS; band++) {
      let sum = 0;
      for (let k = from; k <= until; k++) sum += bands[k * BANDS + band] as number;
      out[frame * BANDS + band] = sum / (until - from + 1);
    }
  }
  return out;
}

/**
 * The level of each frame over all bands.
 * @returns dBFS, shape [count]; digital silence reads about -107
 */
export function levelsOf({ bands, count }: Frames): Float32Array {
  return Float32Array.from({ length: count }, (_, frame) => levelAt(bands, frame * BANDS));
}

/** The level over all bands of the frame whose bands start at `at`, dBFS. */
export const levelAt = (bands: Float32Array, at: number): number => levelAcross(bands, at, allBands);

/** The level over some of them. */
export function levelAcross(bands: Float32Array, at: number, some: readonly number[]): number {
  let power = 0;
  for (const band of some) power += powerOf(bands[at + band] as number);
  return Math.log(power) / NEPER;
}
/** A level in decibels as power; quicker than a power of ten. */
export const powerOf = (decibels: number): number => Math.exp(decibels * NEPER);
const allBands = Array.from({ length: BANDS }, (_, band) => band);
const NEPER = Math.LN10 / 10;
