/**
 * The outlines of the eyes, drawn around (0, 0), the corners on y = 0, so that a lid opens and shuts by scaling its
 * height.
 */
import type { Look } from "./look.ts";
import { clamp, mirrored, path, type Side, sign } from "./place.ts";
import type { Pose } from "./pose.ts";

const inner = -25;
const outer = 27;
const lidRise = 17;
const lidFall = 9;

/** The opening between lids drawn fully apart; everything of the eyeball is clipped to it. */
export function eyeOpening(side: Side): string {
  return mirrored(
    side,
    (x) => path`M ${x(inner)} 0 C ${x(-20)} -9 ${x(-11)} ${-lidRise} ${x(3)} ${-lidRise}
      C ${x(15)} ${-lidRise} ${x(23)} -9 ${x(outer)} 0
      C ${x(21)} 6 ${x(12)} ${lidFall} ${x(1)} ${lidFall} C ${x(-11)} ${lidFall} ${x(-20)} 5 ${x(inner)} 0 Z`,
  );
}

/** The upper lid, from far above down to its edge. `below` lowers the edge: its shadow on the eyeball. */
export function upperLidPath(side: Side, below = 0): string {
  return mirrored(
    side,
    (x) => path`M ${x(inner - 6)} -3000 L ${x(inner - 6)} ${below} L ${x(inner)} ${below}
      C ${x(-20)} ${-9 + below} ${x(-11)} ${-lidRise + below} ${x(3)} ${-lidRise + below}
      C ${x(15)} ${-lidRise + below} ${x(23)} ${-9 + below} ${x(outer)} ${below}
      L ${x(outer + 6)} ${below} L ${x(outer + 6)} -3000 Z`,
  );
}

export function lowerLidPath(side: Side): string {
  return mirrored(
    side,
    (x) => path`M ${x(inner - 6)} 3000 L ${x(inner - 6)} 0 L ${x(inner)} 0
      C ${x(-20)} 5 ${x(-11)} ${lidFall} ${x(1)} ${lidFall} C ${x(12)} ${lidFall} ${x(21)} 6 ${x(outer)} 0
      L ${x(outer + 6)} 0 L ${x(outer + 6)} 3000 Z`,
  );
}

/** The edge of the upper lid with its lashes: thin at the nose, heavy at the temple. */
export function lashPath({ lashes }: Look, side: Side): string {
  const t = 2.6 + 1.6 * lashes;
  const wing = 3 + 4 * lashes;
  return mirrored(
    side,
    (x) => path`M ${x(inner - 2)} 2 C ${x(-20)} -8 ${x(-11)} ${-lidRise + 0.5} ${x(3)} ${-lidRise + 0.5}
      C ${x(15)} ${-lidRise + 0.5} ${x(23)} -8 ${x(outer - 0.5)} 1.5 L ${x(outer + wing)} ${-1 - wing * 0.35}
      C ${x(25)} ${-11 - t * 0.4} ${x(16)} ${-lidRise - t} ${x(3)} ${-lidRise - t}
      C ${x(-12)} ${-lidRise - t * 0.7} ${x(-21)} -9 ${x(inner - 2)} 2 Z`,
  );
}

/** Where the lid folds; it stays when the lid comes down. */
export function creasePath(side: Side): string {
  return mirrored(
    side,
    (x) =>
      path`M ${x(inner + 1)} -6 C ${x(-17)} -17 ${x(-8)} -21.5 ${x(5)} -21.5 C ${x(18)} -21.5 ${x(27)} -13 ${x(31)} -5`,
  );
}

export function lowerEdgePath(side: Side): string {
  return mirrored(
    side,
    (x) => path`M ${x(inner + 4)} 3 C ${x(-16)} 6.5 ${x(-9)} ${lidFall + 0.5} ${x(1)} ${lidFall + 0.5}
      C ${x(12)} ${lidFall + 0.5} ${x(21)} 6.5 ${x(outer)} 0.5`,
  );
}

/** The line two shut lids make. */
export function shutPath(side: Side): string {
  return mirrored(
    side,
    (
      x,
    ) => path`M ${x(inner)} 0 C ${x(-16)} 5 ${x(-8)} 6.5 ${x(3)} 6.5 C ${x(14)} 6.5 ${x(22)} 4 ${x(outer + 4)} -2
      C ${x(23)} 7 ${x(14)} 10 ${x(3)} 10 C ${x(-9)} 10 ${x(-17)} 7 ${x(inner)} 0 Z`,
  );
}

/** The soft bag under the eye. */
export function bagPath(side: Side): string {
  return mirrored(
    side,
    (x) =>
      path`M ${x(-24)} 11 C ${x(-16)} 18 ${x(-6)} 20.5 ${x(6)} 19.5 C ${x(13)} 19 ${x(18)} 17 ${x(22)} 14`,
  );
}

/** Degrees to turn everything of an eye, so that its outer corner stands higher. */
export const eyeTurn = ({ eyeTilt }: Look, side: Side) => -sign(side) * eyeTilt;

/** Scale of the upper lid's height for the pose; never 0, so the lid still reaches up to its fold. */
export const upperLidScale = (pose: Pose, side: Side) => clamp(1 - pose.upperLid[side], 0.02, 1.1);
export const lowerLidScale = (pose: Pose, side: Side) => clamp(1 - pose.lowerLid[side], 0.02, 1.1);
