/** Neck and clothes. */
import { chest, knit, polo, rollneck, standing, workJacket } from "./garmentsCasual.ts";
import { blazer, suit } from "./garmentsFormal.ts";
import type { Layer } from "./layers.ts";

export type Garment = "blazer" | "suit" | "rollneck" | "work-jacket" | "polo" | "knit";

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

/** Chain and pendant on the skin above a neckline. */
export const necklace: readonly Layer[] = [
  {
    d: "M 247 436 C 262 470 286 492 300 494 C 314 492 340 470 354 436",
    paint: "accent",
    line: 2,
    opacity: 0.9,
  },
  { d: "M 300 491 C 306 496 307 504 300 509 C 293 504 294 496 300 491 Z", paint: "accent" },
];

/** What lies behind the neck: the far side of a collar, or the skin a wide neckline shows. */
export const behindNeck: Readonly<Partial<Record<Garment, readonly Layer[]>>> = {
  "work-jacket": standing,
  polo: standing,
  knit: chest,
};

export const garments: Readonly<Record<Garment, readonly Layer[]>> = {
  blazer,
  suit,
  rollneck,
  "work-jacket": workJacket,
  polo,
  knit,
};
