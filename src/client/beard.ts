/** Beards: what grows on the jaw, and what grows on the lip. Both lie under the mouth. */
import { jawOf } from "./head.ts";
import type { BeardShape, Look } from "./look.ts";
import { path, place } from "./place.ts";

/** How far the hair stands off the skin, in units, and how high it grows on the cheek. */
const growth: Readonly<Record<BeardShape, Readonly<{ off: number; below: number; cheek: number }>>> = {
  boxed: { off: 1, below: 3, cheek: 325 },
  full: { off: 3, below: 11, cheek: 312 },
};

/** Jaw and chin, from sideburn to sideburn. */
export function beardPath(look: Look, shape: BeardShape): string {
  const c = place.centre;
  const { cheek, corner, turn, chin, bottom, cheekbone } = jawOf(look);
  const { off, below, cheek: high } = growth[shape];
  const low = bottom + below;
  return path`M ${c - cheekbone - 0.5} 240 C ${c - cheek - 4 - off * 0.4} 262 ${c - cheek - off} 280 ${c - cheek - off} 292
    C ${c - cheek + 6 - off} 320 ${c - corner - 8 - off} 346 ${c - corner - off} 366
    C ${c - turn - off} ${low - 16} ${c - chin - off} ${low} ${c} ${low}
    C ${c + chin + off} ${low} ${c + turn + off} ${low - 16} ${c + corner + off} 366
    C ${c + corner + 8 + off} 346 ${c + cheek - 6 + off} 320 ${c + cheek + off} 292
    C ${c + cheek + off} 280 ${c + cheek + 4 + off * 0.4} 262 ${c + cheekbone + 0.5} 240
    C ${c + cheekbone - 12} 262 ${c + cheek - 12} 288 ${c + cheek - 18} ${high - 14}
    C ${c + cheek - 26} ${high + 8} ${c + 64} ${high} ${c + 51} ${high + 8}
    C ${c + 42} ${high + 31} ${c - 42} ${high + 31} ${c - 51} ${high + 8}
    C ${c - 64} ${high} ${c - cheek + 26} ${high + 8} ${c - cheek + 18} ${high - 14}
    C ${c - cheek + 12} 288 ${c - cheekbone + 12} 262 ${c - cheekbone - 0.5} 240 Z`;
}

/** The moustache, down to the corners of the mouth. It moves with the mouth's place, not with the jaw. */
export function moustachePath(shape: BeardShape): string {
  const c = place.centre;
  const t = shape === "full" ? 5 : 2.5;
  const end = shape === "full" ? 53 : 48;
  return path`M ${c} ${321 - t * 0.3} C ${c - 12} ${318 - t} ${c - 30} ${323 - t} ${c - 41} ${334 - t}
    C ${c - 49} ${343 - t * 0.5} ${c - end + 1} 345 ${c - end} 352 C ${c - 46} 354 ${c - 43} 352 ${c - 41} 349
    C ${c - 40} 345 ${c - 36} ${342 + t * 0.3} ${c - 31} ${339 + t * 0.4} C ${c - 20} ${333 + t * 0.5} ${c - 8} ${331 + t * 0.6} ${c} ${332 + t * 0.5}
    C ${c + 8} ${331 + t * 0.6} ${c + 20} ${333 + t * 0.5} ${c + 31} ${339 + t * 0.4} C ${c + 36} ${342 + t * 0.3} ${c + 40} 345 ${c + 41} 349
    C ${c + 43} 352 ${c + 46} 354 ${c + end} 352 C ${c + end - 1} 345 ${c + 49} ${343 - t * 0.5} ${c + 41} ${334 - t}
    C ${c + 30} ${323 - t} ${c + 12} ${318 - t} ${c} ${321 - t * 0.3} Z`;
}

/** Hairs that catch the lamp, as strokes that fan out from the corners of the mouth. */
export function beardStrands(look: Look, shape: BeardShape): string {
  const { bottom, corner } = jawOf(look);
  const low = bottom + growth[shape].below - 6;
  const c = place.centre;
  return [-0.95, -0.86, -0.74, -0.66, -0.5, -0.38, -0.3, -0.14, -0.05, 0.12, 0.26, 0.34]
    .map((t, i) => {
      const short = 6 + 7 * Math.sin(i * 2.3); // no two alike
      const high = 1 - Math.abs(t);
      return path`M ${c + t * (corner + 6)} ${360 + 14 * high + short * 0.6} C ${c + t * (corner + 2)} ${374 + 8 * high} ${c + t * (corner - 8)} ${low - 14} ${c + t * (corner - 14)} ${low - 14 * t * t - short}`;
    })
    .join(" ");
}
