import { type Ms, ms } from "../lib/units.ts";

/** The timer lights as speaking clubs know them. */
export type Light = "none" | "green" | "amber" | "red";

/** Green at two thirds, amber at five sixths, red at the end. `early`: at a half and at two thirds. */
export function light(elapsed: Ms, speakFor: Ms, early = false): Light {
  const share = elapsed / speakFor;
  const [green, amber] = early ? [1 / 2, 2 / 3] : [2 / 3, 5 / 6];
  if (share >= 1) return "red";
  if (share >= amber) return "amber";
  return share >= green ? "green" : "none";
}

/** What the clock shows: time left, then overtime counting up. */
export function clockFace(elapsed: Ms, speakFor: Ms): { left: Ms; over: Ms; share: number } {
  return {
    left: ms(Math.max(0, speakFor - elapsed)),
    over: ms(Math.max(0, elapsed - speakFor)),
    share: Math.min(1, Math.max(0, elapsed / speakFor)),
  };
}
