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

/** A polo shirt, two buttons open. */
export const polo: readonly Layer[] = [
  ...shoulders,
  { d: "M 236 440 C 256 470 280 500 300 536 C 320 500 344 470 364 440 L 356 420 L 244 420 Z", paint: "skin" },
  {
    d: "M 318 430 C 314 460 308 500 300 536 C 320 500 344 470 364 440 L 356 420 Z",
    paint: "skinShade",
    opacity: 0.85,
  },
  {
    d: "M 250 428 C 270 440 300 446 346 424 C 344 440 340 450 336 460 C 310 456 276 450 250 428 Z",
    paint: "skinDeep",
    opacity: 0.35,
  },
  {
    d: "M 274 468 C 284 474 292 484 298 498 M 328 468 C 318 474 310 484 304 498",
    paint: "skinDeep",
    line: 2.2,
    opacity: 0.3,
  },
  { d: "M 300 536 L 290 518 L 284 640 L 318 640 L 312 518 Z", paint: "jacketLight" },
  { d: "M 284 530 L 284 640 M 318 530 L 318 640", paint: "jacketDark", line: 2, opacity: 0.7 },
  { d: "M 301 566 m -3.4 0 a 3.4 3.4 0 1 0 6.8 0 a 3.4 3.4 0 1 0 -6.8 0", paint: "accent" },
  {
    d: "M 250 408 C 250 440 272 490 300 536 L 264 548 C 240 520 224 484 220 448 C 236 438 246 424 250 408 Z",
    paint: "jacketLight",
  },
  {
    d: "M 350 408 C 350 440 328 490 300 536 L 336 548 C 360 520 376 484 380 448 C 364 438 354 424 350 408 Z",
    paint: "jacket",
  },
  {
    d: "M 226 470 C 232 496 246 520 266 540 M 374 470 C 368 496 354 520 334 540",
    paint: "accent",
    line: 2.6,
    opacity: 0.85,
  },
];

/** A fine knit with a wide round neck. */
export const knit: readonly Layer[] = [
  {
    d: "M 214 452 C 150 466 112 478 90 502 C 62 528 46 570 36 640 L 564 640 C 554 570 538 528 510 502 C 488 478 450 466 386 452 C 374 556 226 556 214 452 Z",
    paint: "cloth",
  },
  {
    d: "M 222 454 C 206 462 190 464 176 466 L 200 540 L 300 566 L 400 540 L 424 466 C 410 464 394 462 378 454 C 350 440 250 440 222 454 Z",
    paint: "skin",
  },
  {
    d: "M 306 446 C 340 448 360 446 378 454 C 394 462 410 464 424 466 L 400 540 L 304 566 C 300 520 302 480 306 446 Z",
    paint: "skinShade",
    opacity: 0.55,
  },
  {
    d: "M 254 414 C 270 432 300 444 326 440 C 316 464 310 500 306 540 L 352 456 C 350 440 347 430 346 416 Z",
    paint: "skinShade",
    opacity: 0.6,
  },
  {
    d: "M 250 404 C 262 428 292 440 314 440 C 330 440 340 432 350 418 L 348 394 L 252 394 Z",
    paint: "skinDeep",
    opacity: 0.5,
  },
  {
    d: "M 236 482 C 256 478 278 482 292 494 M 364 482 C 344 478 322 482 308 494",
    paint: "skinDeep",
    line: 2.4,
    opacity: 0.35,
  },
  {
    d: "M 210 450 C 150 466 112 478 90 502 C 62 528 46 570 36 640 L 300 640 L 300 546 C 250 546 218 512 210 450 Z",
    paint: "cloth",
  },
  {
    d: "M 390 450 C 450 466 488 478 510 502 C 538 528 554 570 564 640 L 300 640 L 300 546 C 350 546 382 512 390 450 Z",
    paint: "jacket",
  },
  {
    d: "M 390 450 C 450 466 488 478 510 502 C 538 528 554 570 564 640 L 390 640 C 414 580 412 520 390 450 Z",
    paint: "jacketDark",
    opacity: 0.7,
  },
  {
    d: "M 210 450 C 218 512 250 546 300 546 C 350 546 382 512 390 450",
    paint: "jacketLight",
    line: 7,
    opacity: 0.9,
  },
];
