import type { Ms } from "../../../src/lib/units.ts";
import type { Around } from "./witness.ts";

/** When something was seen: the clock in the frame that painted it. */
export type Shown = Readonly<{ at: Ms }>;

/** Everything is compared at this rate: finer than a tenth of a millisecond. */
const RATE = 16_000;
/** So much sound is looked for, and so far around where it is thought to be. In seconds. */
const SPAN = 0.2;
const REACH = 0.3;

/** Where the sound of a moment lies in a recording (seconds), and how sure that is (correlation, in [-1, 1]). */
export type Place = Readonly<{ at: number; likeness: number; spread: number }>;

/**
 * Finds the sound that was captured around each moment in the recording, by its shape alone: neither the recorder's
 * clock nor ours has a part in it.
 */
export async function placesOf(
  audio: Blob,
  moments: readonly Readonly<{ moment: number; near: number }>[],
  around: Around,
): Promise<readonly (Place | null)[]> {
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await audio.arrayBuffer());
  const recorded = decoded.getChannelData(0);
  return moments.map(({ moment, near }) => {
    const raw = around(moment, SPAN * 1000);
    const wanted = coarser(raw.samples, raw.sampleRate / RATE);
    const found = mostAlike(wanted, recorded, Math.round((near - SPAN / 2) * RATE), Math.round(REACH * RATE));
    if (!found) return null;
    return {
      at: found.index / RATE + (moment - raw.start) / 1000,
      likeness: found.likeness,
      spread: raw.spread,
    };
  });
}

/** Every `step` samples as their mean. */
function coarser(samples: Float32Array, step: number): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const part = samples.subarray(Math.round(index * step), Math.round((index + 1) * step));
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

function mostAlike(
  wanted: Float32Array,
  within: Float32Array,
  near: number,
  reach: number,
): Readonly<{ index: number; likeness: number }> | null {
  let best: { index: number; likeness: number } | null = null;
  const power = wanted.reduce((sum, value) => sum + value * value, 0);
  for (
    let index = Math.max(0, near - reach);
    index <= near + reach && index + wanted.length <= within.length;
    index++
  ) {
    let [product, there] = [0, 0];
    for (let at = 0; at < wanted.length; at++) {
      const value = within[index + at] ?? 0;
      product += value * (wanted[at] ?? 0);
      there += value * value;
    }
    const likeness = product / Math.sqrt(power * there || 1);
    if (likeness > (best?.likeness ?? -1)) best = { index, likeness };
  }
  return best;
}
