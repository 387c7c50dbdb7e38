/** Neck and clothes: layers, from the back to the front. */
export type Garment = "blazer";

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
