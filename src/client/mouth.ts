/** The mouth, drawn around (0, 0), the seam of the lips; and the jaw that drops with it. */
import { clamp, path } from "./place.ts";
import type { Pose } from "./pose.ts";

export type Mouth = Readonly<{
  upper: string;
  lower: string;
  inside: string;
  teeth: string;
  seam: string;
  corners: string;
  under: string;
}>;

/** What of a pose shapes the mouth. */
export type MouthPose = Pick<
  Pose,
  "mouthWidth" | "mouthOpen" | "mouthCurve" | "mouthSkew" | "mouthPress" | "mouthTeeth"
>;

/** How thick the lips are, in units: above and below the seam. */
const lipsOf = ({ mouthPress: press, mouthCurve: curve, mouthOpen }: MouthPose, lips: number) => ({
  rise: 9.5 * lips * (1 - 0.62 * press) + gapOf(mouthOpen) * 0.06,
  full: 12 * lips * (1 - 0.5 * press) - 1.5 * Math.max(0, curve),
});
const gapOf = (open: number) => 24 * clamp(open, 0, 1);

/** How wide and how tall a mouth is, in units. */
export function mouthSize(pose: MouthPose, lips: number): Readonly<{ width: number; height: number }> {
  const { rise, full } = lipsOf(pose, lips);
  return { width: 70 * pose.mouthWidth, height: rise + full + gapOf(pose.mouthOpen) };
}

/** All of the mouth's outlines. `lips` is their fullness, 1 is average. */
export function mouthPaths(pose: MouthPose, lips: number): Mouth {
  const { mouthCurve: curve, mouthSkew: skew } = pose;
  const half = 35 * pose.mouthWidth;
  const c = skew * 6;
  const gap = gapOf(pose.mouthOpen);
  const lx = c - half - Math.max(0, -skew) * 4 + Math.max(0, skew) * 5;
  const rx = c + half + Math.max(0, skew) * 4 - Math.max(0, -skew) * 5;
  const up = (curve > 0 ? 11 : 9) * curve;
  const ly = -up - Math.max(0, -skew) * 5 + Math.max(0, skew) * 2;
  const ry = -up - Math.max(0, skew) * 5 + Math.max(0, -skew) * 2;
  const { rise, full } = lipsOf(pose, lips);
  const mid = curve * 2.5;
  const top = mid - gap * 0.14;
  const low = mid + gap * 0.86;
  // the seam, left to right: one bow from corner to corner, with the slightest dip under the nose
  const near = (corner: number, y: number) => corner + (y - corner) * 0.72;
  const seam = (
    y: number,
  ) => path`C ${lx + half * 0.3} ${near(ly, y)} ${c - half * 0.3} ${y - 1} ${c} ${y + 0.8}
    C ${c + half * 0.3} ${y - 1} ${rx - half * 0.3} ${near(ry, y)} ${rx} ${ry}`;
  const seamBack = (
    y: number,
  ) => path`C ${rx - half * 0.3} ${near(ry, y)} ${c + half * 0.3} ${y - 1} ${c} ${y + 0.8}
    C ${c - half * 0.3} ${y - 1} ${lx + half * 0.3} ${near(ly, y)} ${lx} ${ly}`;
  const bowl = (
    y: number,
    flat: number,
  ) => path`C ${rx - half * 0.2} ${ry + (y - ry) * 0.62} ${c + half * flat} ${y} ${c} ${y}
    C ${c - half * flat} ${y} ${lx + half * 0.2} ${ly + (y - ly) * 0.62} ${lx} ${ly} Z`;
  const start = path`M ${lx} ${ly}`;
  return {
    upper: `${start} ${path`C ${lx + half * 0.4} ${ly * 0.6 - rise * 0.55} ${c - half * 0.36} ${top - rise} ${c - half * 0.2} ${top - rise}
      C ${c - half * 0.1} ${top - rise} ${c - half * 0.06} ${top - rise + 2.6} ${c} ${top - rise + 2.6}
      C ${c + half * 0.06} ${top - rise + 2.6} ${c + half * 0.1} ${top - rise} ${c + half * 0.2} ${top - rise}
      C ${c + half * 0.36} ${top - rise} ${rx - half * 0.4} ${ry * 0.6 - rise * 0.55} ${rx} ${ry}`} ${seamBack(top)} Z`,
    lower: `${start} ${seam(top)} ${bowl(low + full, 0.48)}`,
    inside: `${start} ${seam(top)} ${bowl(low, 0.46)}`,
    teeth: `${start} ${seam(top)} ${bowl(top + (low - top) * clamp(pose.mouthTeeth + 0.4 * Math.max(0, curve), 0, 1), 0.5)}`,
    seam: `${start} ${seam(top)}`,
    corners: path`M ${lx - 1} ${ly - 3 - up * 0.2} C ${lx - 4} ${ly - 1} ${lx - 4} ${ly + 3} ${lx - 1.5} ${ly + 5}
      M ${rx + 1} ${ry - 3 - up * 0.2} C ${rx + 4} ${ry - 1} ${rx + 4} ${ry + 3} ${rx + 1.5} ${ry + 5}`,
    under: path`M ${c - half * 0.46} ${low + full + 6.5} C ${c - half * 0.2} ${low + full + 3} ${c + half * 0.2} ${low + full + 3} ${c + half * 0.46} ${low + full + 6.5}
      C ${c + half * 0.22} ${low + full + 8} ${c - half * 0.22} ${low + full + 8} ${c - half * 0.46} ${low + full + 6.5} Z`,
  };
}

/** How tall the lower face gets as the jaw drops: a scale below the eyes, 1 is shut. */
export const jawScale = (pose: Pose) => 1 + 0.035 * pose.mouthOpen;
