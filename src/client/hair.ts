/** Hair: a mass behind the head, locks in front, and the strands that give them a direction. */
import { path } from "./place.ts";

export type HairShape = "bob";

type Point = readonly [x: number, y: number];
/** A curve: its start, then three points (two handles and an end) for each cubic. */
type Curve = readonly Point[];
/** A tapered strand, `at` 0 (the lock's inner edge) to 1 (its outer edge), `width` on the same scale. */
type Strand = Readonly<{ at: number; width: number; tone: "light" | "deep" | "grey"; opacity: number }>;
/** Hair that falls between two edges of as many points; `tip` closes it at the bottom. */
type Lock = Readonly<{
  inner: Curve;
  outer: Curve;
  tip: readonly [Point, Point];
  strands: readonly Strand[];
}>;
export type Hair = Readonly<{ back: string; behind: string; locks: readonly Lock[] }>;

const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];
const edge = ({ inner, outer }: Lock, at: number): Point[] =>
  inner.map((point, i) => between(point, outer[i] ?? point, at));
const text = (points: readonly Point[]) => points.map(([x, y]) => path`${x} ${y}`).join(" ");

/** The outline of a lock. */
export function lockPath(lock: Lock): string {
  const [start, ...inner] = lock.inner;
  const outer = lock.outer.toReversed();
  const [end, ...back] = outer;
  if (!start || !end) return "";
  return `M ${text([start])} C ${text(inner)} C ${text([...lock.tip, end])} C ${text(back)} Z`;
}

/** One strand of a lock, pointed at both ends. */
export function strandPath(lock: Lock, { at, width }: Strand): string {
  const near = edge(lock, at);
  const far = edge(lock, at + width).toReversed();
  const middle = edge(lock, at + width / 2);
  const start = middle[0];
  const end = middle.at(-1);
  if (!start || !end) return "";
  return `M ${text([start])} C ${text([...near.slice(1, -1), end])} C ${text([...far.slice(1, -1), start])} Z`;
}

export const hairShapes: Readonly<Record<HairShape, Hair>> = {
  /** A chin-length bob with a side parting, tucked behind the ear on the lamp's side. */
  bob: {
    back: "M 300 52 C 214 48 164 104 166 190 C 166 250 158 318 170 376 C 178 402 212 410 238 396 L 366 398 C 396 410 428 402 436 376 C 448 318 444 252 440 196 C 436 108 386 56 300 52 Z",
    behind:
      "M 178 268 C 176 310 176 350 186 392 C 176 352 172 306 174 262 Z M 190 292 C 188 330 192 368 204 400 C 194 368 186 326 187 290 Z M 206 330 C 206 358 212 384 224 400 C 214 382 204 356 203 328 Z",
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
  },
};
