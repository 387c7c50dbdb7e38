/** Glasses: one lens with its half of the bridge and its arm, around the eye's (0, 0). */
import { mirrored, path, type Side } from "./place.ts";

export type FrameShape = "soft" | "round";

export function lensPath(frame: FrameShape, side: Side): string {
  return mirrored(side, (x) =>
    frame === "soft"
      ? path`M ${x(-33)} -6 C ${x(-33)} -17 ${x(-24)} -20 ${x(-10)} -20 L ${x(20)} -20 C ${x(34)} -20 ${x(38)} -14 ${x(37)} -2
        C ${x(36)} 16 ${x(24)} 24 ${x(4)} 24 C ${x(-20)} 24 ${x(-33)} 14 ${x(-33)} -6 Z`
      : path`M ${x(-31)} 2 C ${x(-31)} -17 ${x(-17)} -27 ${x(1)} -27 C ${x(20)} -27 ${x(34)} -16 ${x(34)} 2
        C ${x(34)} 20 ${x(20)} 31 ${x(1)} 31 C ${x(-17)} 31 ${x(-31)} 20 ${x(-31)} 2 Z`,
  );
}

/** Half of the bridge, and the arm to the ear. */
export function armPath(side: Side): string {
  return mirrored(
    side,
    (x) => path`M ${x(-32)} -8 C ${x(-37)} -12 ${x(-43)} -14 ${x(-48)} -14 M ${x(36)} -10 L ${x(62)} -14`,
  );
}

/** What a lens mirrors of the lamp. */
export const glintPath =
  "M -20 -12 L -6 -12 L -22 12 C -27 6 -28 -4 -20 -12 Z M -1 -12 L 3 -12 L -16 18 L -19 15 Z";
