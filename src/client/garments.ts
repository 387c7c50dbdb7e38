/** Neck and clothes. */
import { knit, polo, rollneck, workJacket } from "./garmentsCasual.ts";
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
    d: "M 243 440 C 256 488 286 508 300 510 C 314 508 344 488 357 440",
    paint: "accent",
    line: 2.2,
    opacity: 0.9,
  },
  { d: "M 300 507 C 306 512 307 520 300 525 C 293 520 294 512 300 507 Z", paint: "accent" },
];

export const garments: Readonly<Record<Garment, readonly Layer[]>> = {
  blazer,
  suit,
  rollneck,
  "work-jacket": workJacket,
  polo,
  knit,
};
