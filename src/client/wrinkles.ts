/** The lines that come with age and with moods. */
import type { Look } from "./look.ts";
import { clamp, mirrored, path, place, type Side } from "./place.ts";
import type { Pose } from "./pose.ts";

/** From the wing of the nose to beside the mouth. */
export function foldPath(side: Side): string {
  return mirrored(side, (x) => {
    const e = (value: number) => place.centre + x(value);
    return path`M ${e(29)} 297 C ${e(37)} 302 ${e(43)} 311 ${e(46)} 323`;
  });
}

/** Laughter lines beside the eye, around the eye's own (0, 0). */
export function crowPath(side: Side): string {
  return mirrored(
    side,
    (x) =>
      path`M ${x(35)} -3 C ${x(39)} -5 ${x(43)} -6 ${x(47)} -6 M ${x(35)} 3 C ${x(40)} 4 ${x(44)} 6 ${x(47)} 8`,
  );
}

/** How strongly each line shows, 0 to 1. */
export function wrinkles(
  look: Look,
  pose: Pose,
): Readonly<{ fold: number; frown: number; forehead: number; bag: number; crow: number }> {
  const lift = Math.max(
    0,
    (pose.browHeight.left + pose.browHeight.right) / 2,
    Math.max(pose.browHeight.left, pose.browHeight.right) * 0.8,
  );
  const { age } = look;
  const smile = Math.max(0, pose.mouthCurve);
  return {
    fold: clamp(0.55 * age + (0.15 + 0.6 * age) * smile + 0.2 * Math.abs(pose.mouthSkew), 0, 1),
    frown: clamp(pose.browSqueeze * 0.9 + 0.12 * age, 0, 1),
    forehead: clamp(lift * (0.1 + 0.9 * age) + Math.max(0, age - 0.5), 0, 1),
    crow: clamp(smile * (0.1 + 1.1 * age), 0, 1),
    bag: clamp(0.55 * age + (0.2 + 0.5 * age) * Math.max(pose.lowerLid.left, pose.lowerLid.right), 0, 1),
  };
}
