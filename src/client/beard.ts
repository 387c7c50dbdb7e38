/** Beards: what grows on the jaw, and what grows on the lip. Both lie under the mouth. */
import { jawOf } from "./head.ts";
import type { Look } from "./look.ts";
import { path, place } from "./place.ts";

/** `boxed` is trimmed to the jaw; `full` reaches below it and hides the chin. */
export type BeardShape = "boxed" | "full";

/** How far the hair stands off the skin, in units, and how high it grows on the cheek. */
const growth: Readonly<Record<BeardShape, Readonly<{ off: number; below: number; cheek: number }>>> = {
  boxed: { off: 1, below: 3, cheek: 330 },
  full: { off: 4, below: 15, cheek: 312 },
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
    C ${c + cheek - 26} ${high + 8} ${c + 62} ${high + 4} ${c + 48} ${high + 14}
    C ${c + 30} ${high + 30} ${c - 30} ${high + 30} ${c - 48} ${high + 14}
    C ${c - 62} ${high + 4} ${c - cheek + 26} ${high + 8} ${c - cheek + 18} ${high - 14}
    C ${c - cheek + 12} 288 ${c - cheekbone + 12} 262 ${c - cheekbone - 0.5} 240 Z`;
}

/** The moustache and what joins it to the beard beside the mouth. It moves with the mouth's place, not with the jaw. */
export function moustachePath(shape: BeardShape): string {
  const c = place.centre;
  const wide = shape === "full" ? 50 : 47;
  const thick = shape === "full" ? 5 : 2;
  return path`M ${c} ${321 - thick * 0.3} C ${c - 12} ${318 - thick} ${c - 30} ${322 - thick} ${c - 40} ${332 - thick}
    C ${c - 48} ${340 - thick} ${c - wide} 352 ${c - wide + 2} 372 L ${c - 38} 372
    C ${c - 40} 358 ${c - 40} 348 ${c - 34} ${341 + thick * 0.3} C ${c - 22} ${334 + thick * 0.5} ${c - 8} ${331 + thick * 0.6} ${c} ${332 + thick * 0.5}
    C ${c + 8} ${331 + thick * 0.6} ${c + 22} ${334 + thick * 0.5} ${c + 34} ${341 + thick * 0.3} C ${c + 40} 348 ${c + 40} 358 ${c + 38} 372
    L ${c + wide - 2} 372 C ${c + wide} 352 ${c + 48} ${340 - thick} ${c + 40} ${332 - thick}
    C ${c + 30} ${322 - thick} ${c + 12} ${318 - thick} ${c} ${321 - thick * 0.3} Z`;
}

/** Hairs that catch the lamp, as strokes that fan out from the corners of the mouth. */
export function beardStrands(look: Look, shape: BeardShape): string {
  const { bottom, corner } = jawOf(look);
  const low = bottom + growth[shape].below - 6;
  const c = place.centre;
  return [-0.94, -0.78, -0.6, -0.42, -0.24, -0.08, 0.1, 0.28]
    .map(
      (t) =>
        path`M ${c + t * (corner + 6)} ${358 + 14 * (1 - Math.abs(t))} C ${c + t * (corner + 2)} ${372 + 8 * (1 - Math.abs(t))} ${c + t * (corner - 10)} ${low - 14} ${c + t * (corner - 18)} ${low - 12 * t * t}`,
    )
    .join(" ");
}
