import type { Expression } from "./mood.ts";

/**
 * The client's face as numbers. A `Look` is who sits there (constant), a `Pose` is what that face does right now.
 * Everything is drawn in one square of 600 × 600 units, eyes at y = 236, and lit from the viewer's left.
 * "left" and "right" are always the viewer's.
 */
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
  /** Degrees, clockwise for the viewer. -10 to 10. */
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
}>;

const both = (value: number): Pair => ({ left: value, right: value });

const atRest: Pose = {
  gazeX: 0,
  gazeY: 0,
  upperLid: both(0.28),
  lowerLid: both(0.12),
  lidSlant: both(0),
  browHeight: both(0),
  browAngle: both(0),
  browSqueeze: 0,
  mouthWidth: 1,
  mouthOpen: 0,
  mouthCurve: 0,
  mouthSkew: 0,
  mouthPress: 0.15,
  headTilt: 0,
  headTurn: 0,
  headDrop: 0,
  lean: 0.2,
  light: 1,
  blinkRate: 16,
  breath: 4,
};

export const poses: Readonly<Record<Expression, Pose>> = {
  neutral: {
    ...atRest,
    upperLid: both(0.25),
    browHeight: both(0.22),
    browAngle: both(-5),
    mouthCurve: 0.26,
    mouthPress: 0.05,
    headTilt: -3,
    headTurn: 0.12,
    gazeX: -0.08,
  },
  engaged: {
    ...atRest,
    upperLid: both(0.14),
    lowerLid: both(0.2),
    browHeight: both(0.42),
    browAngle: both(-6),
    mouthCurve: 0.52,
    mouthOpen: 0.12,
    mouthPress: 0,
    headTilt: 6,
    headTurn: -0.2,
    headDrop: 0.2,
    lean: 0.9,
    blinkRate: 13,
    breath: 4.5,
  },
  "cutting-in": {
    ...atRest,
    upperLid: both(0.1),
    browHeight: { left: 0.3, right: 0.75 },
    browAngle: { left: 9, right: 4 },
    browSqueeze: 0.55,
    mouthOpen: 0.5,
    mouthCurve: -0.1,
    mouthPress: 0,
    headTilt: -3,
    headDrop: -0.25,
    lean: 1,
    blinkRate: 20,
    breath: 5,
  },
  "cold-stare": {
    ...atRest,
    upperLid: both(0.54),
    lowerLid: both(0.26),
    lidSlant: both(1),
    browHeight: both(-0.6),
    browAngle: both(1),
    browSqueeze: 0.1,
    mouthWidth: 0.98,
    mouthCurve: -0.12,
    mouthPress: 0.9,
    headDrop: 0.1,
    lean: 0.15,
    light: 0.3,
    blinkRate: 0,
    breath: 0,
  },
  "wrong-face": {
    ...atRest,
    gazeX: 0.75,
    gazeY: 0.3,
    upperLid: { left: 0.42, right: 0.24 },
    lowerLid: { left: 0.5, right: 0.3 },
    lidSlant: { left: 7, right: 2 },
    browHeight: { left: -0.75, right: 0.7 },
    browAngle: { left: 13, right: 5 },
    browSqueeze: 0.9,
    mouthWidth: 0.9,
    mouthCurve: -0.5,
    mouthSkew: -0.9,
    mouthPress: 0.55,
    headTilt: 5,
    headTurn: 0.55,
    headDrop: 0,
    lean: 0,
    blinkRate: 22,
    breath: 4,
  },
  waiting: {
    ...atRest,
    upperLid: both(0.17),
    lowerLid: both(0.05),
    browHeight: { left: 0.95, right: 1 },
    browAngle: both(-5),
    mouthCurve: 0,
    mouthPress: 0.4,
    mouthWidth: 0.92,
    headDrop: -0.2,
    headTilt: 0.5,
    lean: 0.3,
    blinkRate: 11,
    breath: 4,
  },
  "won-back": {
    ...atRest,
    upperLid: both(0.32),
    lowerLid: both(0.58),
    browHeight: both(0.22),
    browAngle: both(-8),
    mouthWidth: 1.16,
    mouthCurve: 0.85,
    mouthPress: 0.2,
    headTilt: -4,
    headTurn: -0.1,
    headDrop: 0.2,
    lean: 0.6,
    blinkRate: 15,
    breath: 4.5,
  },
};

/** Speech moves the mouth around this opening, so the loop of mouth shapes fits every pose. */
export const speechOpen = 0.5;

/** The pose a mouth speaks from: whatever the face does, the lips are parted and not pressed. */
export function speakingPose(pose: Pose): Pose {
  return { ...pose, mouthOpen: speechOpen, mouthPress: Math.min(pose.mouthPress, 0.1) };
}

/** Blinks in one turn of the blink animation (see face.css); they are unevenly spread. */
export const blinksInCycle = 4;

/** Seconds for one turn of the blink animation, or null when this face does not blink. */
export function blinkCycle({ blinkRate }: Pose): number | null {
  return blinkRate > 0 ? (blinksInCycle * 60) / blinkRate : null;
}

export type HairShape = "bob";
export type Garment = "blazer";

/** A person: all that does not change with the mood. */
export type Look = Readonly<{
  id: string;
  skin: Readonly<{
    base: string;
    light: string;
    shade: string;
    deep: string;
    lid: string;
    line: string;
    blush: string;
    lip: string;
    lipDark: string;
  }>;
  hair: Readonly<{ shape: HairShape; base: string; deep: string; light: string; grey: string }>;
  eye: Readonly<{ iris: string; ring: string; white: string; lash: string }>;
  brow: Readonly<{ color: string; thickness: number }>;
  wear: Readonly<{
    garment: Garment;
    jacket: string;
    jacketDark: string;
    jacketLight: string;
    shirt: string;
    shirtDark: string;
  }>;
  /** Width of the face, 1 is average; 0.92 narrow to 1.08 broad. */
  faceWidth: number;
  /** 0 a soft oval to 1 a square jaw. */
  jaw: number;
  /** Width of the nose, 1 is average. */
  noseWidth: number;
  /** 0 none to 1 deep: lines beside the nose, under the eyes, on the forehead. */
  age: number;
  /** Degrees the outer corner of the eye stands above the inner one. */
  eyeTilt: number;
  /** Length of the upper lashes, 0 to 1. */
  lashes: number;
  earring: string | null;
  /** The colour of the frame. */
  glasses: string | null;
}>;

/** Ms Lin, a buyer of about fifty: has heard every pitch, and the numbers in them. */
export const lin: Look = {
  id: "lin",
  skin: {
    base: "#d2a285",
    light: "#e6bd9f",
    shade: "#a9765c",
    deep: "#8a5844",
    lid: "#c08a6d",
    line: "#6d4133",
    blush: "#c9735c",
    lip: "#b26a5e",
    lipDark: "#934f47",
  },
  hair: { shape: "bob", base: "#2e292b", deep: "#1e1a1d", light: "#453d3f", grey: "#958e8b" },
  eye: { iris: "#5e3c28", ring: "#22140d", white: "#ece2d8", lash: "#1f1412" },
  brow: { color: "#33251f", thickness: 1 },
  wear: {
    garment: "blazer",
    jacket: "#2b3a47",
    jacketDark: "#1d2933",
    jacketLight: "#3b4e5d",
    shirt: "#d9d3c8",
    shirtDark: "#a9a299",
  },
  faceWidth: 1,
  jaw: 0.25,
  noseWidth: 1,
  age: 0.55,
  eyeTilt: 5,
  lashes: 0.5,
  earring: "#d8b878",
  glasses: null,
};

/** The places everything else hangs on, in units of the 600 × 600 square. */
export const place = {
  centre: 300,
  eye: 236,
  eyeApart: 48,
  brow: 201,
  nose: 304,
  mouth: 341,
  chin: 404,
} as const;

export type Side = "left" | "right";
export const sides: readonly Side[] = ["left", "right"];
const sign = (side: Side) => (side === "left" ? -1 : 1);
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** An SVG path from text and numbers; numbers are rounded to a hundredth, which no eye can see. */
function path(text: TemplateStringsArray, ...numbers: readonly number[]): string {
  return text
    .map(
      (part, index) =>
        part + (index < numbers.length ? String(Math.round((numbers[index] ?? 0) * 100) / 100) : ""),
    )
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Mirrors x of the pairs written for the right-hand side. */
const mirrored = (side: Side, draw: (x: (value: number) => number) => string) =>
  draw((value) => sign(side) * value);

// ---- the head -------------------------------------------------------------------------------------------------

/** Skull, cheeks, jaw and chin: the outline of the skin. */
export function headPath({ faceWidth, jaw }: Look): string {
  const c = place.centre;
  const w = 107 * faceWidth;
  const j = 8 * jaw;
  return path`M ${c} 88 C ${c + 66} 88 ${c + w} 128 ${c + w} 206
    C ${c + w} 242 ${c + w - 1} 266 ${c + w - 6} 290
    C ${c + w - 10 + j * 0.6} 318 ${c + w - 15 + j} 340 ${c + 72 + j * 1.4} 364
    C ${c + 54 + j * 1.7} 386 ${c + 34 + j} ${place.chin} ${c} ${place.chin}
    C ${c - 34 - j} ${place.chin} ${c - 54 - j * 1.7} 386 ${c - 72 - j * 1.4} 364
    C ${c - w + 15 - j} 340 ${c - w + 10 - j * 0.6} 318 ${c - w + 6} 290
    C ${c - w + 1} 266 ${c - w} 242 ${c - w} 206
    C ${c - w} 128 ${c - 66} 88 ${c} 88 Z`;
}

/** The side plane away from the lamp: temple, cheekbone, hollow of the cheek, jaw. */
export function shadePath({ faceWidth }: Look, step: "edge" | "core"): string {
  const w = 107 * (faceWidth - 1);
  return step === "core"
    ? path`M ${376 + w} 90 C ${390 + w} 150 ${378 + w} 190 ${382 + w} 216
      C ${386 + w} 240 ${396 + w} 254 ${390 + w} 278
      C ${382 + w} 306 ${368 + w} 322 ${364 + w} 348
      C ${358 + w} 374 344 392 312 406 L 480 440 L 480 90 Z`
    : path`M ${352 + w} 80 C ${364 + w} 140 ${348 + w} 176 ${360 + w} 210
      C ${366 + w} 236 ${380 + w} 254 ${370 + w} 278
      C ${358 + w} 306 ${342 + w} 320 ${340 + w} 346
      C ${336 + w} 374 320 394 286 408 L 480 440 L 480 80 Z`;
}

export function earPath(look: Look, side: Side): string {
  const w = 107 * look.faceWidth;
  return mirrored(side, (x) => {
    const e = (value: number) => place.centre + x(w + value);
    return path`M ${e(-8)} 230 C ${e(2)} 216 ${e(18)} 218 ${e(19)} 236 C ${e(20)} 254 ${e(13)} 266 ${e(10)} 280
      C ${e(8)} 292 ${e(-4)} 296 ${e(-9)} 284 Z`;
  });
}

export function earLinePath(look: Look, side: Side): string {
  const w = 107 * look.faceWidth;
  return mirrored(side, (x) => {
    const e = (value: number) => place.centre + x(w + value);
    return path`M ${e(0)} 231 C ${e(8)} 224 ${e(14)} 230 ${e(12)} 242 C ${e(10)} 252 ${e(4)} 254 ${e(4)} 266`;
  });
}

/** Where an earring hangs on the ear that shows. */
export const lobeOf = ({ faceWidth }: Look) => ({ x: place.centre - 107 * faceWidth - 5, y: 296 });

/** The nose: its lit ridge, the plane turned away from the lamp, the line below, and what hangs in shadow. */
export function nosePaths({ noseWidth: w }: Look) {
  const x = (value: number) => place.centre + (value - 301) * w + 1;
  return {
    plane: path`M 305 214 C ${x(308)} 240 ${x(318)} 266 ${x(325)} 288 C ${x(329)} 300 ${x(324)} 308 ${x(312)} 308
      L ${x(300)} 312 C ${x(303)} 300 ${x(308)} 294 ${x(306)} 282 C ${x(304)} 262 ${x(304)} 240 305 214 Z`,
    under: path`M ${x(281)} 312 C ${x(290)} 318 ${x(312)} 319 ${x(324)} 310 C ${x(316)} 322 ${x(290)} 323 ${x(281)} 312 Z`,
    ridge: path`M ${x(296)} 250 C ${x(297)} 268 ${x(294)} 284 ${x(292)} 296 C ${x(298)} 298 ${x(303)} 296 ${x(304)} 290
      C ${x(303)} 276 ${x(300)} 262 ${x(296)} 250 Z`,
    base: path`M ${x(281)} 297 C ${x(277)} 301 ${x(277)} 307 ${x(282)} 308.5
      M ${x(292)} 312.5 C ${x(297)} 315.5 ${x(306)} 315.5 ${x(311)} 312.5
      M ${x(321)} 297 C ${x(325)} 301 ${x(325)} 307 ${x(320)} 308.5`,
    nostrils: path`M ${x(281)} 308 C ${x(286)} 304.5 ${x(292)} 306 ${x(295)} 312 C ${x(290)} 312.5 ${x(285)} 311 ${x(281)} 308 Z
      M ${x(321)} 308 C ${x(316)} 304.5 ${x(310)} 306 ${x(307)} 312 C ${x(312)} 312.5 ${x(317)} 311 ${x(321)} 308 Z`,
    bridge: "M 312 214 C 317 224 318 234 318 244",
  };
}

// ---- the eyes: drawn around (0, 0), the corners on y = 0, so that a lid opens and shuts by scaling its height -----

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

/** One lens of a pair of glasses with its half of the bridge and its arm, around the eye's (0, 0). */
export function lensPath(side: Side): string {
  return mirrored(
    side,
    (
      x,
    ) => path`M ${x(-33)} -6 C ${x(-33)} -17 ${x(-24)} -20 ${x(-10)} -20 L ${x(20)} -20 C ${x(34)} -20 ${x(38)} -14 ${x(37)} -2
      C ${x(36)} 16 ${x(24)} 24 ${x(4)} 24 C ${x(-20)} 24 ${x(-33)} 14 ${x(-33)} -6 Z
      M ${x(-33)} -8 C ${x(-37)} -12 ${x(-43)} -14 ${x(-48)} -14 M ${x(37)} -10 L ${x(62)} -14`,
  );
}

/** Degrees to turn everything of an eye, so that its outer corner stands higher. */
export const eyeTurn = ({ eyeTilt }: Look, side: Side) => -sign(side) * eyeTilt;

/** Scale of the upper lid's height for the pose; never 0, so the lid still reaches up to its fold. */
export const upperLidScale = (pose: Pose, side: Side) => clamp(1 - pose.upperLid[side], 0.02, 1.1);
export const lowerLidScale = (pose: Pose, side: Side) => clamp(1 - pose.lowerLid[side], 0.02, 1.1);

// ---- brows --------------------------------------------------------------------------------------------------------

/** One brow around (0, 0), at rest. */
export function browPath({ brow: { thickness } }: Look, side: Side): string {
  const t = 7.4 * thickness;
  return mirrored(
    side,
    (
      x,
    ) => path`M ${x(-26)} ${1 + t * 0.1} C ${x(-14)} ${-2 - t * 0.3} ${x(0)} ${-4 - t * 0.5} ${x(13)} ${-4.5 - t * 0.55}
      C ${x(23)} ${-4.5 - t * 0.45} ${x(32)} -2 ${x(39)} 6 C ${x(31)} 0.5 ${x(23)} ${-4.5 + t * 0.2} ${x(13)} ${-4.5 + t * 0.35}
      C ${x(0)} ${-3.5 + t * 0.45} ${x(-14)} ${t * 0.45} ${x(-24)} ${1 + t * 0.7} C ${x(-27)} ${1 + t * 0.8} ${x(-28.5)} ${t * 0.35} ${x(-26)} ${1 + t * 0.1} Z`,
  );
}

/** Where a brow goes: units right, units down, degrees. */
export function browShift(pose: Pose, side: Side): Readonly<{ x: number; y: number; turn: number }> {
  const height = pose.browHeight[side];
  return {
    x: -sign(side) * pose.browSqueeze * 5,
    y: height > 0 ? -13 * height : -10 * height,
    turn: -sign(side) * pose.browAngle[side],
  };
}

// ---- the mouth, around (0, 0): the seam of the lips --------------------------------------------------------------

export type Mouth = Readonly<{
  upper: string;
  lower: string;
  inside: string;
  teeth: string;
  seam: string;
  corners: string;
  under: string;
}>;

/** All of the mouth's outlines; every pose gives the same commands, so one turns into another smoothly. */
export function mouthPaths(pose: Pose): Mouth {
  const { mouthCurve: curve, mouthSkew: skew, mouthPress: press } = pose;
  const half = 35 * pose.mouthWidth;
  const c = skew * 6;
  const gap = 24 * clamp(pose.mouthOpen, 0, 1);
  const lx = c - half - Math.max(0, -skew) * 4 + Math.max(0, skew) * 5;
  const rx = c + half + Math.max(0, skew) * 4 - Math.max(0, -skew) * 5;
  const up = (curve > 0 ? 11 : 9) * curve;
  const ly = -up - Math.max(0, -skew) * 5 + Math.max(0, skew) * 2;
  const ry = -up - Math.max(0, skew) * 5 + Math.max(0, -skew) * 2;
  const rise = 9.5 * (1 - 0.62 * press) + gap * 0.06;
  const full = 12 * (1 - 0.5 * press) + Math.max(0, curve) * -1.5;
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
    teeth: `${start} ${seam(top)} ${bowl(top + (low - top) * 0.36, 0.5)}`,
    seam: `${start} ${seam(top)}`,
    corners: path`M ${lx - 1} ${ly - 3 - up * 0.2} C ${lx - 4} ${ly - 1} ${lx - 4} ${ly + 3} ${lx - 1.5} ${ly + 5}
      M ${rx + 1} ${ry - 3 - up * 0.2} C ${rx + 4} ${ry - 1} ${rx + 4} ${ry + 3} ${rx + 1.5} ${ry + 5}`,
    under: path`M ${c - half * 0.46} ${low + full + 6.5} C ${c - half * 0.2} ${low + full + 3} ${c + half * 0.2} ${low + full + 3} ${c + half * 0.46} ${low + full + 6.5}
      C ${c + half * 0.22} ${low + full + 8} ${c - half * 0.22} ${low + full + 8} ${c - half * 0.46} ${low + full + 6.5} Z`,
  };
}

/** How tall the lower face gets as the jaw drops: a scale below the eyes, 1 is shut. */
export const jawScale = (pose: Pose) => 1 + 0.035 * pose.mouthOpen;

// ---- lines that come with age and with moods -------------------------------------------------------------------

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
export function lines(
  look: Look,
  pose: Pose,
): Readonly<{ fold: number; frown: number; forehead: number; bag: number; crow: number }> {
  const lift = Math.max(
    0,
    (pose.browHeight.left + pose.browHeight.right) / 2,
    Math.max(pose.browHeight.left, pose.browHeight.right) * 0.8,
  );
  return {
    fold: clamp(0.5 * look.age + 0.5 * Math.max(0, pose.mouthCurve) + 0.25 * Math.abs(pose.mouthSkew), 0, 1),
    frown: clamp(pose.browSqueeze * 0.9 + 0.12 * look.age, 0, 1),
    forehead: clamp(lift * (0.35 + 0.75 * look.age), 0, 1),
    crow: clamp(Math.max(0, pose.mouthCurve) * (0.3 + look.age), 0, 1),
    bag: clamp(0.55 * look.age + 0.5 * Math.max(pose.lowerLid.left, pose.lowerLid.right), 0, 1),
  };
}

// ---- hair: a mass behind the head, locks in front, and the strands that give them a direction -------------------

type Point = readonly [x: number, y: number];
/** A curve: its start, then three points (two handles and an end) for each cubic. */
type Curve = readonly Point[];
/** A tapered strand, `at` 0 (the lock's inner edge) to 1 (its outer edge), `width` on the same scale. */
type Strand = Readonly<{ at: number; width: number; tone: "light" | "deep" | "grey"; opacity: number }>;
/** Hair that falls between two edges of as many points; `tip` closes it at the bottom. */
type Lock = Readonly<{
  inner: Curve;
  outer: Curve;
  tip: readonly [Point, Point];
  strands: readonly Strand[];
}>;
export type Hair = Readonly<{ back: string; behind: string; locks: readonly Lock[] }>;

const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];
const edge = ({ inner, outer }: Lock, at: number): Point[] =>
  inner.map((point, i) => between(point, outer[i] ?? point, at));
const text = (points: readonly Point[]) => points.map(([x, y]) => path`${x} ${y}`).join(" ");

/** The outline of a lock. */
export function lockPath(lock: Lock): string {
  const [start, ...inner] = lock.inner;
  const outer = lock.outer.toReversed();
  const [end, ...back] = outer;
  if (!start || !end) return "";
  return `M ${text([start])} C ${text(inner)} C ${text([...lock.tip, end])} C ${text(back)} Z`;
}

/** One strand of a lock, pointed at both ends. */
export function strandPath(lock: Lock, { at, width }: Strand): string {
  const near = edge(lock, at);
  const far = edge(lock, at + width).toReversed();
  const middle = edge(lock, at + width / 2);
  const start = middle[0];
  const end = middle.at(-1);
  if (!start || !end) return "";
  return `M ${text([start])} C ${text([...near.slice(1, -1), end])} C ${text([...far.slice(1, -1), start])} Z`;
}

export const hairShapes: Readonly<Record<HairShape, Hair>> = {
  /** A chin-length bob with a side parting, tucked behind the ear on the lamp's side. */
  bob: {
    back: "M 300 52 C 214 48 164 104 166 190 C 166 250 158 318 170 376 C 178 402 212 410 238 396 L 366 398 C 396 410 428 402 436 376 C 448 318 444 252 440 196 C 436 108 386 56 300 52 Z",
    behind:
      "M 178 268 C 176 310 176 350 186 392 C 176 352 172 306 174 262 Z M 190 292 C 188 330 192 368 204 400 C 194 368 186 326 187 290 Z M 206 330 C 206 358 212 384 224 400 C 214 382 204 356 203 328 Z",
    locks: [
      {
        inner: [
          [258, 112],
          [228, 124],
          [206, 160],
          [199, 204],
          [196, 224],
          [190, 238],
          [182, 252],
        ],
        outer: [
          [266, 57],
          [206, 56],
          [168, 104],
          [166, 182],
          [165, 208],
          [168, 234],
          [173, 254],
        ],
        tip: [
          [180, 256],
          [176, 256],
        ],
        strands: [
          { at: 0.08, width: 0.2, tone: "deep", opacity: 0.7 },
          { at: 0.42, width: 0.16, tone: "light", opacity: 0.9 },
          { at: 0.66, width: 0.2, tone: "light", opacity: 0.6 },
          { at: 0.3, width: 0.05, tone: "grey", opacity: 0.6 },
        ],
      },
      {
        inner: [
          [252, 114],
          [296, 120],
          [346, 142],
          [373, 190],
          [395, 230],
          [402, 290],
          [397, 332],
          [394, 358],
          [388, 380],
          [372, 398],
        ],
        outer: [
          [258, 60],
          [330, 30],
          [424, 84],
          [440, 192],
          [448, 238],
          [452, 296],
          [448, 336],
          [446, 364],
          [440, 390],
          [420, 402],
        ],
        tip: [
          [384, 408],
          [404, 408],
        ],
        strands: [
          { at: 0.0, width: 0.14, tone: "deep", opacity: 0.8 },
          { at: 0.2, width: 0.07, tone: "grey", opacity: 0.75 },
          { at: 0.31, width: 0.035, tone: "grey", opacity: 0.55 },
          { at: 0.42, width: 0.16, tone: "light", opacity: 0.9 },
          { at: 0.63, width: 0.06, tone: "deep", opacity: 0.8 },
          { at: 0.72, width: 0.1, tone: "light", opacity: 0.7 },
          { at: 0.9, width: 0.07, tone: "light", opacity: 0.5 },
        ],
      },
    ],
  },
};

// ---- neck and clothes: layers, from the back to the front --------------------------------------------------------

export type Paint =
  | "skin"
  | "skinShade"
  | "skinDeep"
  | "shirt"
  | "shirtDark"
  | "jacket"
  | "jacketDark"
  | "jacketLight"
  /** The jacket in the light of the lamp. */
  | "cloth";

/** A filled shape, or with `line` a stroke that wide. */
export type Layer = Readonly<{ d: string; paint: Paint; line?: number; opacity?: number }>;

export const neck: readonly Layer[] = [
  {
    d: "M 252 360 C 257 390 258 410 255 424 C 250 444 236 452 222 458 L 300 560 L 380 458 C 364 452 352 444 347 424 C 344 410 345 390 350 360 Z",
    paint: "skin",
  },
  {
    d: "M 254 388 C 270 412 300 424 322 428 C 312 452 310 480 304 540 L 380 458 C 364 452 352 444 347 424 C 344 410 345 390 350 370 L 253 370 Z",
    paint: "skinShade",
    opacity: 0.85,
  },
  {
    d: "M 254 376 L 257 406 C 270 424 292 434 312 434 C 328 434 340 426 346 416 C 345 404 346 390 348 376 Z",
    paint: "skinDeep",
    opacity: 0.55,
  },
  {
    d: "M 274 470 C 284 474 292 482 297 494 M 328 470 C 318 474 310 482 305 494",
    paint: "skinDeep",
    line: 2.2,
    opacity: 0.3,
  },
];

export const garments: Readonly<Record<Garment, readonly Layer[]>> = {
  /** An open shirt collar in a jacket with notched lapels. */
  blazer: [
    { d: "M 240 440 L 300 512 L 362 440 L 374 470 L 330 640 L 270 640 L 228 470 Z", paint: "shirtDark" },
    {
      d: "M 256 408 C 256 446 272 486 300 512 L 264 530 C 242 506 230 478 222 448 C 238 440 250 428 256 408 Z",
      paint: "shirt",
    },
    {
      d: "M 346 408 C 346 446 332 486 302 512 L 338 530 C 360 506 372 478 380 448 C 364 440 352 428 346 408 Z",
      paint: "shirtDark",
    },
    { d: "M 302 512 L 338 530 C 342 526 346 521 350 516", paint: "jacketDark", line: 2, opacity: 0.35 },
    {
      d: "M 230 444 C 196 464 126 474 90 504 C 62 530 46 572 36 640 L 300 640 L 300 612 C 266 566 240 510 230 444 Z",
      paint: "cloth",
    },
    {
      d: "M 372 444 C 406 464 476 474 512 504 C 540 530 556 572 566 640 L 300 640 L 300 612 C 336 566 362 510 372 444 Z",
      paint: "jacketDark",
    },
    {
      d: "M 230 440 L 206 454 L 170 508 L 203 520 L 190 538 C 222 584 262 616 300 644 L 302 612 C 268 566 242 512 230 440 Z",
      paint: "jacketLight",
    },
    {
      d: "M 372 440 L 396 454 L 432 508 L 399 520 L 412 538 C 380 584 340 616 300 644 L 298 612 C 334 566 360 512 372 440 Z",
      paint: "jacket",
    },
    {
      d: "M 206 454 L 170 508 L 203 520 L 190 538 M 396 454 L 432 508 L 399 520 L 412 538",
      paint: "jacketDark",
      line: 2.4,
      opacity: 0.8,
    },
  ],
};
