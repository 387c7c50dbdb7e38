/**
 * What a hand does in view. Each is drawn around its own (0, 0), the wrist or what is held, and put in its place by
 * `stand`; out of use it waits below the picture.
 */
import type { Layer } from "./layers.ts";
import { path } from "./place.ts";

export const gestures = ["watch", "phone", "whisper"] as const;
export type Gesture = (typeof gestures)[number];

type Hand = Readonly<{ stand: string; layers: readonly Layer[] }>;

/** A finger as a rounded bar from (x1, y1) to its tip at (x2, y2). */
function finger(x1: number, y1: number, x2: number, y2: number, wide: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [nx, ny] = [-uy * wide, ux * wide];
  const t = 0.86; // tips are slimmer than roots
  const k = wide * 1.15;
  return path`M ${x1 + nx} ${y1 + ny} L ${x2 + nx * t - ux * wide * 0.7} ${y2 + ny * t - uy * wide * 0.7}
    C ${x2 + nx * t + ux * k * 0.3} ${y2 + ny * t + uy * k * 0.3} ${x2 - nx * t + ux * k * 0.3} ${y2 - ny * t + uy * k * 0.3} ${x2 - nx * t - ux * wide * 0.7} ${y2 - ny * t - uy * wide * 0.7}
    L ${x1 - nx} ${y1 - ny} Z`;
}

const watch: Hand = {
  stand: "translate(376 482) rotate(17)",
  layers: [
    // the shadow it throws on what is behind it
    {
      d: "M 60 -26 C 20 -20 -30 -34 -70 -30 C -104 -28 -120 -4 -116 30 C -108 58 -60 62 -30 52 C 10 44 80 66 160 80 L 160 -20 Z",
      paint: "skinLine",
      opacity: 0.38,
    },
    // thumb, behind the hand
    {
      d: "M -16 -22 C -34 -40 -58 -47 -76 -42 C -84 -39 -84 -31 -76 -29 C -62 -27 -46 -22 -34 -12 Z",
      paint: "skinShade",
    },
    {
      d: "M 44 -31 C 22 -29 6 -26 -8 -26 C -30 -28 -50 -36 -72 -34 C -92 -33 -106 -24 -110 -8 C -113 8 -110 26 -100 34 C -86 43 -62 42 -46 37 C -28 32 -12 30 0 29 C 16 30 30 33 44 36 Z",
      paint: "skin",
    },
    {
      d: "M 44 36 C 30 33 16 30 0 29 C -12 30 -28 32 -46 37 C -62 42 -86 43 -100 34 C -106 29 -109 20 -110 12 C -96 22 -70 24 -48 18 C -20 12 10 12 44 18 Z",
      paint: "skinShade",
      opacity: 0.7,
    },
    {
      d: "M -80 -24 C -90 -24 -100 -20 -106 -14 M -84 -8 C -94 -8 -104 -5 -110 0 M -85 8 C -94 9 -103 12 -109 16 M -80 23 C -88 25 -95 28 -100 33",
      paint: "skinLine",
      line: 2.2,
      opacity: 0.75,
    },
    {
      d: "M -74 -30 C -68 -26 -67 -20 -70 -16 M -78 -13 C -72 -10 -71 -4 -74 0 M -79 3 C -73 6 -72 11 -75 15",
      paint: "skinDeep",
      line: 2,
      opacity: 0.5,
    },
    // strap and watch
    { d: "M 0 -28 L 25 -31 C 28 -10 28 12 26 34 L 1 31 C 5 10 5 -10 0 -28 Z", paint: "black" },
    {
      d: "M 13 -24 C 26 -24 35 -14 35 0 C 35 14 26 24 13 24 C 0 24 -9 14 -9 0 C -9 -14 0 -24 13 -24 Z",
      paint: "steel",
    },
    {
      d: "M 13 -18 C 23 -18 29 -10 29 0 C 29 10 23 18 13 18 C 3 18 -3 10 -3 0 C -3 -10 3 -18 13 -18 Z",
      paint: "dial",
    },
    { d: "M 13 1 L 13 -12 M 13 1 L 21 6", paint: "black", line: 2.6 },
    // cuff and sleeve
    { d: "M 40 -37 C 33 -14 33 16 40 42 L 60 46 C 52 16 52 -14 60 -42 Z", paint: "shirt" },
    { d: "M 40 42 C 37 31 35 20 34 8 L 54 10 C 55 24 57 36 60 46 Z", paint: "shirtDark" },
    {
      d: "M 54 -44 C 120 -54 200 -64 320 -72 L 320 92 C 210 72 120 58 54 50 C 46 18 46 -14 54 -44 Z",
      paint: "cloth",
    },
    {
      d: "M 49 12 C 120 22 210 34 320 46 L 320 92 C 210 72 120 58 54 50 C 51 38 49 24 49 12 Z",
      paint: "jacketDark",
      opacity: 0.8,
    },
    { d: "M 54 -44 C 46 -14 46 18 54 50", paint: "jacketDark", line: 3, opacity: 0.8 },
    {
      d: "M 96 -38 C 104 -14 106 14 102 36 M 128 -34 C 136 -20 138 -6 137 8",
      paint: "jacketDark",
      line: 2.4,
      opacity: 0.45,
    },
  ],
};

const phone: Hand = {
  stand: "translate(300 470) rotate(-5)",
  layers: [
    { d: "M -92 240 C -86 190 -84 150 -78 112 L 14 112 C 12 150 22 190 30 240 Z", paint: "cloth" },
    { d: "M -80 122 C -50 132 -16 132 15 122", paint: "jacketDark", line: 3, opacity: 0.8 },
    { d: "M -76 114 C -60 122 -20 122 10 114 L 4 80 L -70 80 Z", paint: "skinShade" },
    {
      d: "M -38 -52 C -38 -60 -33 -64 -26 -64 L 30 -64 C 37 -64 42 -60 42 -52 L 42 76 C 42 84 37 88 30 88 L -26 88 C -33 88 -38 84 -38 76 Z",
      paint: "black",
    },
    {
      d: "M -38 -52 C -38 -60 -33 -64 -26 -64 L 30 -64 C 37 -64 42 -60 42 -52",
      paint: "glass",
      line: 3.4,
      opacity: 0.95,
    },
    {
      d: "M -30 -48 C -30 -54 -27 -56 -22 -56 L 0 -56 C 5 -56 8 -54 8 -48 L 8 -32 C 8 -27 5 -24 0 -24 L -22 -24 C -27 -24 -30 -27 -30 -32 Z",
      paint: "steel",
      opacity: 0.28,
    },
    {
      d: "M -19 -47 m -6 0 a 6 6 0 1 0 12 0 a 6 6 0 1 0 -12 0 M -2 -34 m -5.4 0 a 5.4 5.4 0 1 0 10.8 0 a 5.4 5.4 0 1 0 -10.8 0",
      paint: "steel",
      opacity: 0.55,
    },
    // the back of the hand, then the fingers around the phone
    {
      d: "M -40 -4 C -58 4 -72 26 -78 56 C -81 78 -80 98 -76 114 C -56 122 -36 120 -20 112 C -8 96 -2 84 4 76 L 0 -6 C -14 -10 -28 -10 -40 -4 Z",
      paint: "skin",
    },
    { d: finger(-40, 74, 34, 66, 11), paint: "skinShade" },
    { d: finger(-44, 52, 43, 42, 12), paint: "skin" },
    { d: finger(-42, 28, 47, 18, 12.5), paint: "skin" },
    { d: finger(-36, 6, 44, -7, 12), paint: "skinLight" },
    {
      d: "M -22 -5 L 40 -14 M -28 21 L 34 12 M -26 41 L 42 31 M -26 64 L 38 55",
      paint: "skinLine",
      line: 2,
      opacity: 0.5,
    },
    {
      d: "M 0 -7 C 4 -2 4 4 2 9 M 0 14 C 4 20 4 26 2 31 M -2 38 C 2 44 2 50 0 55",
      paint: "skinDeep",
      line: 1.8,
      opacity: 0.4,
    },
  ],
};

const whisper: Hand = {
  stand: "translate(258 412) rotate(9) scale(1.14)",
  layers: [
    {
      d: "M -44 0 C -52 40 -42 90 -28 120 L 50 110 C 52 60 62 -40 50 -86 L 20 -96 Z",
      paint: "skinLine",
      opacity: 0.22,
    },
    { d: "M -32 104 C -36 150 -54 200 -80 330 L 80 330 C 58 220 42 150 34 104 Z", paint: "cloth" },
    {
      d: "M 4 110 C 14 160 30 240 36 330 L 80 330 C 58 220 42 150 34 104 Z",
      paint: "jacketDark",
      opacity: 0.7,
    },
    { d: "M -37 112 C -16 122 16 122 39 112 L 36 97 L -32 97 Z", paint: "shirt" },
    { d: finger(30, 24, 38, -58, 10.5), paint: "skinShade" },
    { d: finger(-29, 24, -27, -50, 10), paint: "skinLight" },
    { d: finger(13, 20, 20, -82, 11.5), paint: "skin" },
    { d: finger(-9, 20, -4, -76, 11.5), paint: "skin" },
    {
      d: "M -39 14 C -44 40 -38 76 -30 104 C -10 112 14 112 32 104 C 38 78 44 48 41 14 C 22 4 -20 4 -39 14 Z",
      paint: "skin",
    },
    {
      d: "M 32 104 C 38 78 44 48 41 14 L 24 8 C 30 40 26 74 14 109 C 21 109 27 107 32 104 Z",
      paint: "skinShade",
      opacity: 0.8,
    },
    { d: "M -19 14 L -16 -46 M 3 12 L 8 -70 M 24 13 L 30 -52", paint: "skinLine", line: 2.2, opacity: 0.6 },
    {
      d: "M -37 18 C -31 12 -24 13 -20 18 M -16 16 C -11 11 -3 11 1 16 M 5 15 C 11 11 18 12 22 17",
      paint: "skinDeep",
      line: 2,
      opacity: 0.45,
    },
    {
      d: "M -31 -40 C -28 -38 -26 -38 -23 -40 M -8 -62 C -5 -60 -2 -60 1 -62 M 16 -68 C 19 -66 22 -66 25 -68",
      paint: "skinDeep",
      line: 1.6,
      opacity: 0.35,
    },
  ],
};

export const hands: Readonly<Record<Gesture, Hand>> = { watch, phone, whisper };
