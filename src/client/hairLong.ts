/** Hair that hides an ear or reaches the shoulders. */
import type { Hair } from "./hair.ts";

/** A chin-length bob with a side parting, tucked behind the ear on the lamp's side. */
export const bob: Hair = {
  behind: [
    {
      d: "M 300 52 C 214 48 164 104 166 190 C 166 250 158 318 170 376 C 178 402 212 410 238 396 L 366 398 C 396 410 428 402 436 376 C 448 318 444 252 440 196 C 436 108 386 56 300 52 Z",
      tone: "deep",
    },
    {
      d: "M 178 268 C 176 310 176 350 186 392 C 176 352 172 306 174 262 Z M 190 292 C 188 330 192 368 204 400 C 194 368 186 326 187 290 Z M 206 330 C 206 358 212 384 224 400 C 214 382 204 356 203 328 Z",
      tone: "light",
      opacity: 0.45,
    },
  ],
  shoulder: [],
  front: [],
  locks: [
    {
      inner: [
        [258, 112],
        [228, 124],
        [206, 160],
        [199, 204],
        [196, 224],
        [190, 238],
        [182, 252],
      ],
      outer: [
        [266, 57],
        [206, 56],
        [168, 104],
        [166, 182],
        [165, 208],
        [168, 234],
        [173, 254],
      ],
      tip: [
        [180, 256],
        [176, 256],
      ],
      strands: [
        { at: 0.08, width: 0.2, tone: "deep", opacity: 0.7 },
        { at: 0.42, width: 0.16, tone: "light", opacity: 0.9 },
        { at: 0.66, width: 0.2, tone: "light", opacity: 0.6 },
        { at: 0.3, width: 0.05, tone: "grey", opacity: 0.6 },
      ],
    },
    {
      inner: [
        [252, 114],
        [296, 120],
        [346, 142],
        [373, 190],
        [395, 230],
        [402, 290],
        [397, 332],
        [394, 358],
        [388, 380],
        [372, 398],
      ],
      outer: [
        [258, 60],
        [330, 30],
        [424, 84],
        [440, 192],
        [448, 238],
        [452, 296],
        [448, 336],
        [446, 364],
        [440, 390],
        [420, 402],
      ],
      tip: [
        [384, 408],
        [404, 408],
      ],
      strands: [
        { at: 0.0, width: 0.14, tone: "deep", opacity: 0.8 },
        { at: 0.2, width: 0.07, tone: "grey", opacity: 0.75 },
        { at: 0.31, width: 0.035, tone: "grey", opacity: 0.55 },
        { at: 0.42, width: 0.16, tone: "light", opacity: 0.9 },
        { at: 0.63, width: 0.06, tone: "deep", opacity: 0.8 },
        { at: 0.72, width: 0.1, tone: "light", opacity: 0.7 },
        { at: 0.9, width: 0.07, tone: "light", opacity: 0.5 },
      ],
    },
  ],
};

/** Long and straight, parted near the middle, tied low and brought forward over one shoulder. */
export const tied: Hair = {
  behind: [
    {
      d: "M 300 54 C 222 50 176 104 178 186 C 180 240 190 288 214 330 L 388 330 C 410 288 420 240 422 186 C 424 104 378 50 300 54 Z",
      tone: "deep",
    },
  ],
  shoulder: [
    {
      d: "M 372 262 C 404 292 428 336 430 386 C 432 440 424 500 408 552 C 404 578 398 600 388 620 C 374 600 358 570 356 532 C 354 490 372 452 368 412 C 364 376 356 346 340 326 Z",
      tone: "deep",
    },
    {
      d: "M 392 296 C 420 344 428 412 412 474 C 404 510 396 548 390 596 C 384 548 390 508 396 470 C 406 410 402 350 380 304 Z",
      tone: "light",
      opacity: 0.85,
    },
    {
      d: "M 372 318 C 396 364 398 420 384 472 C 374 508 370 540 374 578 C 362 540 362 506 372 468 C 384 420 378 366 360 326 Z",
      tone: "base",
    },
    {
      d: "M 404 330 C 424 390 422 450 408 508 M 366 330 C 382 370 386 410 378 452",
      tone: "grey",
      opacity: 0.45,
      line: 2,
    },
  ],
  front: [],
  locks: [
    {
      inner: [
        [272, 116],
        [246, 122],
        [222, 142],
        [211, 186],
        [206, 212],
        [199, 230],
        [190, 246],
      ],
      outer: [
        [276, 58],
        [222, 58],
        [178, 104],
        [177, 178],
        [176, 204],
        [178, 226],
        [181, 248],
      ],
      tip: [
        [188, 250],
        [184, 250],
      ],
      strands: [
        { at: 0.06, width: 0.16, tone: "deep", opacity: 0.8 },
        { at: 0.34, width: 0.12, tone: "light", opacity: 0.9 },
        { at: 0.54, width: 0.05, tone: "deep", opacity: 0.7 },
        { at: 0.64, width: 0.16, tone: "light", opacity: 0.7 },
        { at: 0.88, width: 0.06, tone: "light", opacity: 0.4 },
      ],
    },
    {
      inner: [
        [262, 118],
        [320, 104],
        [374, 134],
        [388, 186],
        [394, 218],
        [402, 232],
        [410, 246],
      ],
      outer: [
        [264, 60],
        [354, 36],
        [418, 92],
        [423, 178],
        [424, 204],
        [422, 226],
        [419, 248],
      ],
      tip: [
        [412, 250],
        [416, 250],
      ],
      strands: [
        { at: 0.04, width: 0.14, tone: "deep", opacity: 0.8 },
        { at: 0.28, width: 0.1, tone: "light", opacity: 0.75 },
        { at: 0.46, width: 0.05, tone: "deep", opacity: 0.8 },
        { at: 0.58, width: 0.14, tone: "light", opacity: 0.6 },
        { at: 0.82, width: 0.06, tone: "light", opacity: 0.4 },
      ],
    },
    /* What has come loose beside the cheek. */
    {
      inner: [
        [216, 168],
        [206, 206],
        [204, 244],
        [208, 282],
        [210, 304],
        [213, 320],
        [219, 334],
      ],
      outer: [
        [206, 176],
        [198, 208],
        [195, 246],
        [199, 286],
        [202, 306],
        [207, 322],
        [216, 336],
      ],
      tip: [
        [219, 337],
        [218, 337],
      ],
      strands: [{ at: 0.3, width: 0.3, tone: "light", opacity: 0.8 }],
    },
  ],
};
