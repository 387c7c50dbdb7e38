/** Jackets with lapels. */
import type { Layer } from "./layers.ts";

const lapels: readonly Layer[] = [
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
];

/** An open shirt collar in a jacket with notched lapels. */
export const blazer: readonly Layer[] = [
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
  ...lapels,
];

/** A closed collar and a tie, in the same jacket. */
export const suit: readonly Layer[] = [
  { d: "M 238 440 L 300 470 L 362 440 L 376 470 L 332 640 L 268 640 L 226 470 Z", paint: "shirt" },
  { d: "M 300 470 L 362 440 L 376 470 L 332 640 L 300 640 Z", paint: "shirtDark", opacity: 0.8 },
  { d: "M 284 490 L 316 490 L 330 640 L 270 640 Z", paint: "accent" },
  { d: "M 300 490 L 316 490 L 330 640 L 300 640 Z", paint: "accentDark", opacity: 0.7 },
  {
    d: "M 280 530 L 318 508 M 277 564 L 322 538 M 272 600 L 326 568",
    paint: "accentDark",
    line: 3,
    opacity: 0.9,
  },
  { d: "M 283 462 L 317 462 L 321 484 L 314 496 L 286 496 L 279 484 Z", paint: "accent" },
  { d: "M 304 462 L 317 462 L 321 484 L 314 496 L 300 496 Z", paint: "accentDark", opacity: 0.6 },
  {
    d: "M 253 402 C 256 432 274 454 300 466 L 270 504 C 248 488 234 466 229 442 C 240 434 249 420 253 402 Z",
    paint: "shirt",
  },
  {
    d: "M 347 402 C 344 432 326 454 300 466 L 330 504 C 352 488 366 466 371 442 C 360 434 351 420 347 402 Z",
    paint: "shirtDark",
  },
  {
    d: "M 253 404 C 257 432 274 454 300 466 C 326 454 343 432 347 404",
    paint: "jacketDark",
    line: 2,
    opacity: 0.3,
  },
  ...lapels,
];
