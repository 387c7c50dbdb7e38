/**
 * What a face does right now, as numbers: a `Pose`, and what follows from one. Who it is that does it stands in look.ts.
 * "left" and "right" are always the viewer's.
 */
import type { Gesture } from "./gestures.ts";

export type Pair = Readonly<{ left: number; right: number }>;

export type Pose = Readonly<{
  /** Where the eyes point, -1 (left) to 1 (right); 0 is straight into the camera. */
  gazeX: number;
  /** -1 (up) to 1 (down). */
  gazeY: number;
  /** How far the upper lid has come down: 0 wide open, about 0.28 at rest, 1 shut. */
  upperLid: Pair;
  /** How far the lower lid has come up: 0 relaxed, 0.5 a warm or a doubting squint, 1 shut. */
  lowerLid: Pair;
  /** Degrees the upper lid slants: positive brings the inner end down. -10 to 10. */
  lidSlant: Pair;
  /** -1 pressed onto the eye, 0 at rest, 1 lifted high. */
  browHeight: Pair;
  /** Degrees: positive brings the inner end down (anger), negative lifts it (concern). -14 to 18. */
  browAngle: Pair;
  /** 0 to 1: both brows drawn together, with the two upright lines between them. */
  browSqueeze: number;
  /** Width of the mouth, 1 at rest, 0.75 pursed to 1.2 stretched. */
  mouthWidth: number;
  /** 0 shut to 1 wide open. */
  mouthOpen: number;
  /** -1 corners down, 0 level, 1 corners up. */
  mouthCurve: number;
  /** -1 pulled to the left, 1 to the right. */
  mouthSkew: number;
  /** 0 full lips to 1 pressed into a line. */
  mouthPress: number;
  /** How much of the opening the upper teeth fill, 0 to 1, in a mouth that does not smile; smiling shows more. */
  mouthTeeth: number;
  /** Degrees, clockwise for the viewer. -12 to 12. */
  headTilt: number;
  /** -1 turned to the left, 1 to the right. */
  headTurn: number;
  /** -1 chin lifted, 1 chin down. */
  headDrop: number;
  /** 0 sitting back, 1 leaning well across the table. */
  lean: number;
  /** Blinks a minute; 0 is a stare. */
  blinkRate: number;
  /** How much of the lamp reaches the face: 1 all, 0.3 a room gone cool. */
  light: number;
  /** How far the shoulders rise, in units (of 600). 0 holds the breath. */
  breath: number;
  /** What a hand does in view. */
  gesture: Gesture | null;
}>;

/** The pose of a face that speaks: the jaw has dropped, and whatever the lips do they are not pressed. */
export function speakingPose(pose: Pose): Pose {
  return { ...pose, mouthOpen: 0.5, mouthPress: Math.min(pose.mouthPress, 0.1) };
}

/** Blinks in one turn of the blink animation (see faceEyes.css); they are unevenly spread. */
export const blinksInCycle = 4;

/** Seconds for one turn of the blink animation, or null when this face does not blink. */
export function blinkCycle({ blinkRate }: Pose): number | null {
  return blinkRate > 0 ? (blinksInCycle * 60) / blinkRate : null;
}
