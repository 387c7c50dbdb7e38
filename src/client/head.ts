/** The outlines of the head: skull, side plane, ears and nose. */
import type { Look } from "./look.ts";
import { mirrored, path, place, type Side } from "./place.ts";

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
