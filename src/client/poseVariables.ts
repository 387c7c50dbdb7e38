import { browShift } from "./brows.ts";
import { lowerLidScale, upperLidScale } from "./eyes.ts";
import type { Look } from "./look.ts";
import { jawScale } from "./mouth.ts";
import { sides } from "./place.ts";
import { blinkCycle, type Pose } from "./pose.ts";
import { wrinkles } from "./wrinkles.ts";

type PoseVariables = Record<`--face-${string}`, string | number>;

/** The pose as custom properties: the style sheet turns them into transforms, and eases from one to the next. */
export function poseVariables(look: Look, pose: Pose): PoseVariables {
  const line = wrinkles(look, pose);
  const cycle = blinkCycle(pose);
  const values: PoseVariables = {
    "--face-tilt": `${pose.headTilt}deg`,
    "--face-turn": pose.headTurn,
    "--face-drop": pose.headDrop,
    "--face-forward": pose.lean,
    "--face-gaze-x": pose.gazeX,
    "--face-gaze-y": pose.gazeY,
    "--face-jaw": jawScale(pose),
    "--face-fold": line.fold,
    "--face-frown": line.frown,
    "--face-forehead": line.forehead,
    "--face-crow": line.crow,
    "--face-bag": line.bag,
    "--face-light": pose.light,
    "--face-breath": `${pose.breath}px`,
    "--face-blink": cycle === null ? "0s" : `${cycle}s`,
  };
  for (const side of sides) {
    const brow = browShift(pose, side);
    values[`--face-brow-x-${side}`] = `${brow.x}px`;
    values[`--face-brow-y-${side}`] = `${brow.y}px`;
    values[`--face-brow-turn-${side}`] = `${brow.turn}deg`;
    values[`--face-upper-${side}`] = upperLidScale(pose, side);
    values[`--face-lower-${side}`] = lowerLidScale(pose, side);
    values[`--face-slant-${side}`] = `${(side === "left" ? 1 : -1) * pose.lidSlant[side]}deg`;
  }
  return values;
}
