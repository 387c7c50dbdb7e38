/** The brows: their outline, and where a pose puts them. */
import type { Look } from "./look.ts";
import { mirrored, path, type Side, sign } from "./place.ts";
import type { Pose } from "./pose.ts";

/** One brow around (0, 0), at rest. */
export function browPath({ brow: { thickness, arch } }: Look, side: Side): string {
  const t = 7.4 * thickness;
  const a = 4.5 * arch;
  return mirrored(
    side,
    (
      x,
    ) => path`M ${x(-26)} ${1 + t * 0.1} C ${x(-14)} ${-a * 0.45 - t * 0.3} ${x(0)} ${-a * 0.9 - t * 0.5} ${x(13)} ${-a - t * 0.55}
      C ${x(23)} ${-a - t * 0.45} ${x(32)} ${-a * 0.45} ${x(39)} ${1.5 + a} C ${x(31)} ${a * 0.1} ${x(23)} ${-a + t * 0.2} ${x(13)} ${-a + t * 0.35}
      C ${x(0)} ${-a * 0.8 + t * 0.45} ${x(-14)} ${t * 0.45} ${x(-24)} ${1 + t * 0.7} C ${x(-27)} ${1 + t * 0.8} ${x(-28.5)} ${t * 0.35} ${x(-26)} ${1 + t * 0.1} Z`,
  );
}

/** Where a brow goes: units right, units down, degrees. */
export function browShift(pose: Pose, side: Side): Readonly<{ x: number; y: number; turn: number }> {
  const height = pose.browHeight[side];
  return {
    x: -sign(side) * pose.browSqueeze * 5,
    y: height > 0 ? -16 * height : -10 * height,
    turn: -sign(side) * pose.browAngle[side],
  };
}
