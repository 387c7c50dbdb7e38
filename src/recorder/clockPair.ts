import { type Ms, ms, s } from "../lib/units.ts";

/** The distance of the clocks is that of the most punctual block of so long: drift and lost audio move it. */
const MEMORY: Ms = s(2);

/**
 * Two clocks, one of them heard of late. Blocks of sound carry the audio's own time, and arrive when the page has time
 * for them: after a stall, a second's worth of them comes at once. The most punctual of the last seconds tells how far the
 * clocks are apart; all others are placed by it.
 */
export class ClockPair {
  private seen: { arrived: Ms; apart: number }[] = [];

  /**
   * @param there   the moment on the other clock
   * @param arrived when one heard of it, on this clock; must not go back
   * @returns       the moment on this clock
   */
  place(there: Ms, arrived: Ms): Ms {
    const apart = arrived - there;
    // Kept in rising order: who came later and is more punctual makes the earlier ones useless.
    while ((this.seen.at(-1)?.apart ?? Number.NEGATIVE_INFINITY) >= apart) this.seen.pop();
    this.seen.push({ arrived, apart });
    while ((this.seen[0]?.arrived ?? arrived) < arrived - MEMORY) this.seen.shift();
    return ms(there + (this.seen[0]?.apart ?? apart));
  }
}
