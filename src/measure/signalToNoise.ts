import { BANDS, FRAMES_PER_SECOND } from "./bands.ts";
import type { Frames } from "./frames.ts";
import { isDead, levelAt, powerOf } from "./noise.ts";
import { quantile } from "./percentile.ts";
import type { Span } from "./spans.ts";

/** So near to speech, in seconds, is still its breath and its echo. */
const NEAR = 0.2;
/** Of either there must be so much, in seconds. */
const ENOUGH = 0.3;

/**
 * How far the speech stands out of what is between it: its mean power over the median level of the rest.
 * @param speech sorted, seconds
 * @returns      dB; null when there is less than 0.3 s of either, digital silence not counted
 */
export function signalToNoise(frames: Frames, speech: readonly Span[]): number | null {
  const { bands, count } = frames;
  const rest: number[] = [];
  let power = 0;
  let spoken = 0;
  let next = 0; // the first span that does not lie wholly before the frame
  for (let frame = 0; frame < count; frame++) {
    const at = (frame + 0.5) / FRAMES_PER_SECOND;
    while (next < speech.length && (speech[next] as Span)[1] < at - NEAR) next++;
    const span = speech[next];
    const from = frame * BANDS;
    if (span && at >= span[0] && at < span[1]) {
      power += powerOf(levelAt(bands, from));
      spoken++;
    } else if ((!span || at < span[0] - NEAR) && !isDead(bands, from)) rest.push(levelAt(bands, from));
  }
  const enough = ENOUGH * FRAMES_PER_SECOND;
  if (spoken < enough || rest.length < enough) return null;
  return 10 * Math.log10(power / spoken) - quantile(rest, 0.5);
}
