/** Clothes without lapels. */
import type { Layer } from "./layers.ts";

/** Shoulders and chest up to a round neckline, in the light on one side and out of it on the other. */
const shoulders: readonly Layer[] = [
  {
    d: "M 236 436 C 200 458 128 470 92 502 C 62 528 46 570 36 640 L 564 640 C 554 570 538 528 508 502 C 472 470 400 458 364 436 C 352 470 248 470 236 436 Z",
    paint: "cloth",
  },
  {
    d: "M 364 436 C 400 458 472 470 508 502 C 538 528 554 570 564 640 L 384 640 C 404 580 396 520 352 460 Z",
    paint: "jacketDark",
    opacity: 0.6,
  },
];

/** A fine rollneck. */
export const rollneck: readonly Layer[] = [
  ...shoulders,
  {
    d: "M 248 396 C 262 420 338 420 352 396 C 353 412 355 426 362 440 C 344 474 256 474 238 440 C 245 426 247 412 248 396 Z",
    paint: "jacketLight",
  },
  {
    d: "M 320 412 C 334 410 346 404 352 396 C 353 412 355 426 362 440 C 354 454 338 462 322 464 C 328 446 328 430 320 412 Z",
    paint: "jacket",
  },
  {
    d: "M 262 414 L 258 452 M 276 420 L 274 459 M 292 422 L 291 463 M 308 422 L 309 463 M 324 420 L 327 459 M 338 414 L 343 451",
    paint: "jacketDark",
    line: 2,
    opacity: 0.45,
  },
  { d: "M 248 396 C 262 420 338 420 352 396", paint: "jacketDark", line: 2.4, opacity: 0.7 },
  { d: "M 238 440 C 256 474 344 474 362 440", paint: "jacketDark", line: 2.4, opacity: 0.6 },
];

/** A zipped work jacket with a stand-up collar, open over a plain tee. */
export const workJacket: readonly Layer[] = [
  {
    d: "M 226 450 C 244 506 356 506 374 450 L 400 640 L 200 640 Z",
    paint: "shirt",
  },
  { d: "M 300 491 C 330 491 362 480 374 450 L 400 640 L 300 640 Z", paint: "shirtDark", opacity: 0.7 },
  { d: "M 229 452 C 246 510 354 510 371 452", paint: "shirtDark", line: 3, opacity: 0.9 },
  {
    d: "M 234 432 C 200 458 128 470 92 502 C 62 528 46 570 36 640 L 292 640 C 284 580 262 520 234 432 Z",
    paint: "cloth",
  },
  {
    d: "M 366 432 C 400 458 472 470 508 502 C 538 528 554 570 564 640 L 308 640 C 316 580 338 520 366 432 Z",
    paint: "jacketDark",
  },
  {
    d: "M 244 408 C 228 420 214 440 208 466 C 224 500 246 524 272 540 L 282 560 C 266 500 250 452 244 408 Z",
    paint: "jacketLight",
  },
  {
    d: "M 356 408 C 372 420 386 440 392 466 C 376 500 354 524 328 540 L 318 560 C 334 500 350 452 356 408 Z",
    paint: "jacket",
  },
  {
    d: "M 244 408 C 250 452 266 500 282 560 L 292 640 M 356 408 C 350 452 334 500 318 560 L 308 640",
    paint: "accent",
    line: 2.6,
    opacity: 0.9,
  },
  {
    d: "M 208 466 C 224 500 246 524 272 540 M 392 466 C 376 500 354 524 328 540",
    paint: "jacketDark",
    line: 2.4,
    opacity: 0.8,
  },
  { d: "M 118 560 L 214 566 M 382 566 L 482 560", paint: "accentDark", line: 2.4, opacity: 0.6 },
];

/** The far side of a collar that stands off the neck. */
export const standing: readonly Layer[] = [
  { d: "M 242 412 C 252 394 348 394 358 412 L 368 470 L 232 470 Z", paint: "jacketDark" },
];

/** A polo shirt, two buttons open. */
export const polo: readonly Layer[] = [
  {
    d: "M 236 438 C 200 458 128 470 92 502 C 62 528 46 570 36 640 L 300 640 L 300 536 C 270 506 246 470 236 438 Z",
    paint: "cloth",
  },
  {
    d: "M 364 438 C 400 458 472 470 508 502 C 538 528 554 570 564 640 L 300 640 L 300 536 C 330 506 354 470 364 438 Z",
    paint: "jacket",
  },
  {
    d: "M 364 438 C 400 458 472 470 508 502 C 538 528 554 570 564 640 L 398 640 C 412 580 400 516 364 438 Z",
    paint: "jacketDark",
    opacity: 0.7,
  },
  { d: "M 300 530 L 286 516 L 284 640 L 318 640 L 314 516 Z", paint: "jacketLight" },
  { d: "M 284 528 L 284 640 M 318 528 L 318 640", paint: "jacketDark", line: 2, opacity: 0.7 },
  { d: "M 301 566 m -3.4 0 a 3.4 3.4 0 1 0 6.8 0 a 3.4 3.4 0 1 0 -6.8 0", paint: "accent" },
  {
    d: "M 246 408 C 248 446 270 490 300 532 L 264 544 C 240 518 224 484 219 450 C 234 440 243 426 246 408 Z",
    paint: "jacketLight",
  },
  {
    d: "M 354 408 C 352 446 330 490 300 532 L 336 544 C 360 518 376 484 381 450 C 366 440 357 426 354 408 Z",
    paint: "jacket",
  },
  {
    d: "M 225 468 C 231 496 246 520 265 537 M 375 468 C 369 496 354 520 335 537",
    paint: "accent",
    line: 2.4,
    opacity: 0.85,
  },
];

/** The skin a wide neckline shows, behind the neck. */
export const chest: readonly Layer[] = [
  {
    d: "M 226 452 C 208 462 190 464 176 466 L 200 540 L 300 570 L 400 540 L 424 466 C 410 464 392 462 374 452 Z",
    paint: "skin",
  },
  {
    d: "M 374 452 C 392 462 410 464 424 466 L 400 540 L 302 570 C 302 530 320 480 374 452 Z",
    paint: "skinShade",
    opacity: 0.5,
  },
];

/** A fine knit with a wide round neck. */
export const knit: readonly Layer[] = [
  {
    d: "M 236 480 C 256 476 278 480 291 492 M 364 480 C 344 476 322 480 309 492",
    paint: "skinDeep",
    line: 2.4,
    opacity: 0.35,
  },
  {
    d: "M 208 451 C 150 466 112 478 90 502 C 62 528 46 570 36 640 L 300 640 L 300 534 C 250 532 216 504 208 451 Z",
    paint: "cloth",
  },
  {
    d: "M 392 451 C 450 466 488 478 510 502 C 538 528 554 570 564 640 L 300 640 L 300 534 C 350 532 384 504 392 451 Z",
    paint: "jacket",
  },
  {
    d: "M 392 451 C 450 466 488 478 510 502 C 538 528 554 570 564 640 L 390 640 C 414 580 412 520 392 451 Z",
    paint: "jacketDark",
    opacity: 0.7,
  },
  {
    d: "M 208 452 C 216 504 250 533 300 534 C 350 533 384 504 392 452",
    paint: "jacketLight",
    line: 7,
    opacity: 0.9,
  },
];
