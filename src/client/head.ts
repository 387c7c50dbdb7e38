/** The outlines of the head: skull, side plane, ears and nose. */
import type { Look } from "./look.ts";
import { mirrored, path, place, type Side } from "./place.ts";

/** The jaw of a look, in units from the middle: its two sides are alike. */
export function jawOf({ faceWidth, jaw, fullness, chin }: Look) {
  const w = 107 * faceWidth;
  const j = 8 * jaw;
  const f = 9 * fullness;
  return {
    /** Half the width at the cheekbones, y 206. */
    cheekbone: w,
    /** At the lobe of the ear, y 290. */
    cheek: w - 6 + f * 0.35,
    /** At the corner of the jaw, y 364. */
    corner: 72 + (w - 107) * 0.75 + j * 1.4 + f,
    /** Where the line of the jaw turns into the chin, y about 386. */
    turn: 54 + (w - 107) * 0.5 + j * 1.7 + f,
    /** Half the flat of the chin. */
    chin: 34 + j + f * 0.5,
    bottom: place.chin + chin,
    j,
    f,
  };
}

/** Skull, cheeks, jaw and chin: the outline of the skin. */
export function headPath(look: Look): string {
  const c = place.centre;
  const { cheekbone: w, cheek, corner, turn, chin, bottom, j, f } = jawOf(look);
  return path`M ${c} 88 C ${c + 66} 88 ${c + w} 128 ${c + w} 206
    C ${c + w} 242 ${c + cheek + 5} 266 ${c + cheek} 290
    C ${c + cheek - 4 + j * 0.6 + f * 0.3} 318 ${c + cheek - 9 + j + f * 0.5} 340 ${c + corner} 364
    C ${c + turn} ${bottom - 18} ${c + chin} ${bottom} ${c} ${bottom}
    C ${c - chin} ${bottom} ${c - turn} ${bottom - 18} ${c - corner} 364
    C ${c - cheek + 9 - j - f * 0.5} 340 ${c - cheek + 4 - j * 0.6 - f * 0.3} 318 ${c - cheek} 290
    C ${c - cheek - 5} 266 ${c - w} 242 ${c - w} 206
    C ${c - w} 128 ${c - 66} 88 ${c} 88 Z`;
}

/** Along the chin, where a light from below falls. */
export function chinLightPath(look: Look): string {
  const c = place.centre;
  const { turn, chin, bottom } = jawOf(look);
  return path`M ${c - turn} ${bottom - 15} C ${c - chin - 8} ${bottom - 2} ${c - chin} ${bottom} ${c} ${bottom}
    C ${c + chin} ${bottom} ${c + chin + 8} ${bottom - 2} ${c + turn} ${bottom - 15}
    C ${c + chin + 4} ${bottom - 5} ${c + chin} ${bottom - 8} ${c} ${bottom - 8}
    C ${c - chin} ${bottom - 8} ${c - chin - 4} ${bottom - 5} ${c - turn} ${bottom - 15} Z`;
}

/** The side plane away from the lamp: temple, cheekbone, hollow of the cheek, jaw. */
export function shadePath(look: Look, step: "edge" | "core"): string {
  const w = 107 * (look.faceWidth - 1);
  const f = w + look.fullness * 6;
  return step === "core"
    ? path`M ${376 + w} 90 C ${390 + w} 150 ${378 + w} 190 ${382 + w} 216
      C ${386 + w} 240 ${396 + f} 254 ${390 + f} 278
      C ${382 + f} 306 ${368 + f} 322 ${364 + f} 348
      C ${358 + f} 374 344 392 312 406 L 480 440 L 480 90 Z`
    : path`M ${352 + w} 80 C ${364 + w} 140 ${348 + w} 176 ${360 + w} 210
      C ${366 + w} 236 ${380 + f} 254 ${370 + f} 278
      C ${358 + f} 306 ${342 + f} 320 ${340 + f} 346
      C ${336 + f} 374 320 394 286 408 L 480 440 L 480 80 Z`;
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

/** Where an earring hangs on an ear. */
export const lobeOf = ({ faceWidth }: Look, side: Side) => ({
  x: place.centre + (side === "left" ? -1 : 1) * (107 * faceWidth + 5),
  y: 296,
});

/** The nose: its lit ridge, the plane turned away from the lamp, the line below, and what hangs in shadow. */
export function nosePaths({ noseWidth: w, noseLength: length }: Look) {
  const x = (value: number) => place.centre + (value - 301) * w + 1;
  const y = (value: number) => 214 + (value - 214) * length;
  return {
    plane: path`M 305 214 C ${x(308)} 240 ${x(318)} ${y(266)} ${x(325)} ${y(288)} C ${x(329)} ${y(300)} ${x(324)} ${y(308)} ${x(312)} ${y(308)}
      L ${x(300)} ${y(312)} C ${x(303)} ${y(300)} ${x(308)} ${y(294)} ${x(306)} ${y(282)} C ${x(304)} ${y(262)} ${x(304)} 240 305 214 Z`,
    under: path`M ${x(281)} ${y(312)} C ${x(290)} ${y(318)} ${x(312)} ${y(319)} ${x(324)} ${y(310)} C ${x(316)} ${y(322)} ${x(290)} ${y(323)} ${x(281)} ${y(312)} Z`,
    ridge: path`M ${x(296)} ${y(250)} C ${x(297)} ${y(268)} ${x(294)} ${y(284)} ${x(292)} ${y(296)} C ${x(298)} ${y(298)} ${x(303)} ${y(296)} ${x(304)} ${y(290)}
      C ${x(303)} ${y(276)} ${x(300)} ${y(262)} ${x(296)} ${y(250)} Z`,
    base: path`M ${x(281)} ${y(297)} C ${x(277)} ${y(301)} ${x(277)} ${y(307)} ${x(282)} ${y(308.5)}
      M ${x(292)} ${y(312.5)} C ${x(297)} ${y(315.5)} ${x(306)} ${y(315.5)} ${x(311)} ${y(312.5)}
      M ${x(321)} ${y(297)} C ${x(325)} ${y(301)} ${x(325)} ${y(307)} ${x(320)} ${y(308.5)}`,
    nostrils: path`M ${x(281)} ${y(308)} C ${x(286)} ${y(304.5)} ${x(292)} ${y(306)} ${x(295)} ${y(312)} C ${x(290)} ${y(312.5)} ${x(285)} ${y(311)} ${x(281)} ${y(308)} Z
      M ${x(321)} ${y(308)} C ${x(316)} ${y(304.5)} ${x(310)} ${y(306)} ${x(307)} ${y(312)} C ${x(312)} ${y(312.5)} ${x(317)} ${y(311)} ${x(321)} ${y(308)} Z`,
    bridge: "M 312 214 C 317 224 318 234 318 244",
  };
}
