/** Hair that leaves both ears free. */
import type { Hair, HairPiece } from "./hair.ts";
import { path, place } from "./place.ts";

/** Behind the ears and over the skull: what shows of short hair around the head. */
const cap: HairPiece = {
  d: "M 300 58 C 232 54 184 100 184 178 C 184 210 188 240 196 268 L 404 268 C 412 240 416 210 416 178 C 416 100 368 54 300 58 Z",
  tone: "deep",
};

/** Short at the sides, longer and brushed away from a parting on top. */
export const crop: Hair = {
  behind: [cap],
  shoulder: [],
  front: [],
  locks: [
    {
      inner: [
        [252, 116],
        [230, 122],
        [216, 142],
        [209, 172],
        [206, 190],
        [205, 208],
        [204, 226],
        [203, 240],
        [202, 250],
        [200, 260],
      ],
      outer: [
        [262, 64],
        [212, 62],
        [184, 102],
        [184, 168],
        [184, 190],
        [186, 208],
        [188, 228],
        [189, 240],
        [190, 252],
        [192, 262],
      ],
      tip: [
        [198, 263],
        [195, 264],
      ],
      strands: [
        { at: 0.1, width: 0.18, tone: "deep", opacity: 0.7 },
        { at: 0.4, width: 0.14, tone: "light", opacity: 0.8 },
        { at: 0.7, width: 0.14, tone: "light", opacity: 0.5 },
        { at: 0.28, width: 0.05, tone: "grey", opacity: 0.5 },
      ],
    },
    {
      inner: [
        [240, 124],
        [276, 98],
        [338, 104],
        [372, 134],
        [388, 154],
        [394, 182],
        [396, 214],
        [397, 234],
        [398, 248],
        [400, 260],
      ],
      outer: [
        [240, 84],
        [276, 22],
        [402, 36],
        [418, 146],
        [421, 176],
        [418, 204],
        [413, 230],
        [411, 242],
        [410, 252],
        [408, 262],
      ],
      tip: [
        [402, 263],
        [405, 264],
      ],
      strands: [
        { at: 0.0, width: 0.12, tone: "deep", opacity: 0.8 },
        { at: 0.18, width: 0.1, tone: "light", opacity: 0.9 },
        { at: 0.34, width: 0.05, tone: "deep", opacity: 0.8 },
        { at: 0.44, width: 0.14, tone: "light", opacity: 0.9 },
        { at: 0.64, width: 0.05, tone: "deep", opacity: 0.7 },
        { at: 0.74, width: 0.1, tone: "light", opacity: 0.6 },
        { at: 0.9, width: 0.05, tone: "light", opacity: 0.4 },
      ],
    },
  ],
};

/** Combed straight back from a forehead that has grown; grey at the temples. */
export const receding: Hair = {
  behind: [cap],
  shoulder: [],
  locks: [],
  front: [
    {
      d: "M 226 138 C 232 122 244 112 258 106 C 274 112 288 116 302 116 C 318 116 332 112 346 106 C 358 112 368 122 374 138 C 384 150 392 170 395 196 C 398 222 399 242 401 262 L 409 262 C 414 236 419 206 417 176 C 414 102 366 56 300 58 C 234 56 186 102 183 176 C 181 206 186 236 191 262 L 199 262 C 201 242 202 222 205 196 C 208 170 216 150 226 138 Z",
      tone: "base",
    },
    {
      d: "M 204 210 C 206 190 210 170 216 156 C 202 164 190 184 188 208 C 187 228 189 246 192 262 L 199 262 C 201 246 202 228 204 210 Z M 396 210 C 394 190 390 170 384 156 C 398 164 410 184 412 208 C 413 228 411 246 408 262 L 401 262 C 399 246 398 228 396 210 Z",
      tone: "grey",
      opacity: 0.45,
    },
    {
      d: "M 196 252 C 194 222 196 192 208 166 M 201 246 C 200 222 202 200 209 180 M 192 238 C 190 214 192 190 200 172 M 404 252 C 406 222 404 192 392 166 M 399 246 C 400 222 398 200 391 180 M 408 238 C 410 214 408 190 400 172",
      tone: "grey",
      opacity: 0.9,
      line: 2.2,
    },
    {
      d: "M 216 148 C 218 130 228 112 240 100 M 206 162 C 206 136 218 110 234 94 M 384 148 C 382 130 376 116 368 104",
      tone: "grey",
      opacity: 0.45,
      line: 2,
    },
    {
      d: "M 246 113 C 240 96 244 80 256 68 C 252 82 252 98 258 107 Z M 272 111 C 266 94 270 76 282 63 C 278 78 280 98 286 114 Z M 314 115 C 314 96 318 78 328 64 C 328 80 328 98 326 113 Z M 346 106 C 350 94 352 82 350 72 C 358 82 362 96 358 112 Z",
      tone: "light",
      opacity: 0.85,
    },
    {
      d: "M 232 128 C 222 112 222 98 230 86 M 262 108 C 258 94 261 80 268 70 M 300 115 C 299 98 303 80 310 66 M 338 109 C 341 94 342 80 340 68 M 366 124 C 374 112 376 100 372 90",
      tone: "deep",
      opacity: 0.8,
      line: 2.2,
    },
    {
      d: "M 238 120 C 230 106 232 92 240 80 M 372 132 C 382 120 386 108 384 100",
      tone: "grey",
      opacity: 0.6,
      line: 2,
    },
  ],
};

/** Bald, with a close-cropped rim above the ears. */
export const bald: Hair = {
  behind: [
    {
      d: "M 190 206 C 184 232 188 258 198 276 L 402 276 C 412 258 416 232 410 206 Z",
      tone: "deep",
    },
  ],
  shoulder: [],
  locks: [],
  front: [
    {
      d: "M 195 190 C 190 206 189 232 192 262 L 201 262 C 202 240 203 222 208 204 C 207 194 201 188 195 190 Z M 405 190 C 410 206 411 232 408 262 L 399 262 C 398 240 397 222 392 204 C 393 194 399 188 405 190 Z",
      tone: "base",
      opacity: 0.85,
    },
    {
      d: "M 197 200 C 194 216 194 236 196 254 M 203 204 C 200 218 199 238 199 252",
      tone: "grey",
      opacity: 0.8,
      line: 1.8,
    },
    {
      d: "M 230 132 C 240 112 260 101 284 98 C 268 108 254 122 246 138 C 240 146 228 142 230 132 Z",
      tone: "light",
      opacity: 0.4,
    },
  ],
};

/** A closed line of small round bumps along an ellipse: hair that curls. */
function bumps(rx: number, ry: number, cy: number, count: number, depth: number, from: number, to: number) {
  const c = place.centre;
  const at = (step: number, out: number) => {
    const angle = from + ((to - from) * step) / count;
    return [c + Math.cos(angle) * (rx + out), cy + Math.sin(angle) * (ry + out)] as const;
  };
  const [x, y] = at(0, 0);
  let d = path`M ${x} ${y}`;
  for (let step = 0; step < count; step++) {
    const uneven = depth * (1 + 0.35 * Math.sin(step * 2.4));
    const [x1, y1] = at(step + 0.1, uneven);
    const [x2, y2] = at(step + 0.9, uneven);
    const [x3, y3] = at(step + 1, 0);
    d += path` C ${x1} ${y1} ${x2} ${y2} ${x3} ${y3}`;
  }
  return d;
}

/** Where one small curl catches the light. */
const curl = ([x, y]: readonly [number, number]) =>
  path`M ${x - 6} ${y + 3} C ${x - 7} ${y - 5} ${x + 4} ${y - 8} ${x + 7} ${y - 1} C ${x + 8} ${y + 3} ${x + 3} ${y + 5} ${x + 1} ${y + 2}`;

const lit: readonly (readonly [number, number])[] = [
  [214, 118],
  [232, 92],
  [256, 74],
  [284, 64],
  [238, 112],
  [262, 96],
  [290, 86],
  [312, 62],
  [320, 84],
  [344, 76],
  [204, 146],
  [348, 98],
  [372, 92],
  [224, 132],
  [276, 108],
  [306, 104],
];
const dim: readonly (readonly [number, number])[] = [
  [334, 110],
  [366, 116],
  [388, 116],
  [392, 140],
  [402, 164],
  [250, 118],
  [198, 172],
  [300, 74],
  [380, 136],
  [334, 60],
];

/** Natural, close and round. */
export const curly: Hair = {
  behind: [{ d: `${bumps(119, 116, 168, 19, 6, Math.PI * 0.86, Math.PI * 2.14)} Z`, tone: "deep" }],
  shoulder: [],
  locks: [],
  front: [
    {
      d: `${bumps(117, 113, 165, 19, 6, Math.PI * 0.94, Math.PI * 2.06)} ${path`L 402 222 C 400 196 394 172 382 154 C 374 142 366 140 358 130 C 346 124 336 126 324 121 C 308 118 292 118 276 121 C 264 126 254 124 242 130 C 234 140 226 142 218 154 C 206 172 200 196 198 222`} Z`,
      tone: "base",
    },
    { d: dim.map(curl).join(" "), tone: "deep", opacity: 0.9, line: 2.6 },
    { d: lit.map(curl).join(" "), tone: "light", opacity: 0.95, line: 2.6 },
  ],
};
