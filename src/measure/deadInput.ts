import type { Ms } from "../lib/units.ts";
import { peak } from "./level.ts";

/**
 * A microphone that was pulled out goes on delivering digital silence, and no event says so: only the sound itself
 * tells. The quietest real input has noise of its own, far above this (one step of 16 bits is 3e-5).
 */
const DEAD = 1e-5;
/** Silent this long is dead. The alarm has to be up within 3 s; blocks come every 20 ms. */
const PATIENCE = 2_500;

/** What the watch knows: when sound was last heard, and whether the input is taken for dead. */
export type InputWatch = Readonly<{ heardAt: Ms; dead: boolean }>;

/** Starts watching; the input gets the benefit of the doubt. */
export const watchInput = (now: Ms): InputWatch => ({ heardAt: now, dead: false });

/**
 * The watch after a block, or after a moment without one (`samples` left out: a suspended input sends none).
 * Returns the same object when nothing changed but the time of the last sound.
 */
export function watched(watch: InputWatch, now: Ms, samples?: Float32Array): InputWatch {
  if (samples && peak(samples) > DEAD) return { heardAt: now, dead: false };
  const dead = now - watch.heardAt >= PATIENCE;
  return dead === watch.dead ? watch : { ...watch, dead };
}
