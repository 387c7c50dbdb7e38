/** Hair: a mass behind the head, locks in front, and the strands that give them a direction. */
import { path } from "./place.ts";

type Point = readonly [x: number, y: number];
/** A curve: its start, then three points (two handles and an end) for each cubic. */
export type Curve = readonly Point[];
/** A tapered strand, `at` 0 (the lock's inner edge) to 1 (its outer edge), `width` on the same scale. */
type Strand = Readonly<{ at: number; width: number; tone: "light" | "deep" | "grey"; opacity: number }>;
/** Hair that falls between two edges of as many points; `tip` closes it at the bottom. */
export type Lock = Readonly<{
  inner: Curve;
  outer: Curve;
  tip: readonly [Point, Point];
  strands: readonly Strand[];
}>;
/** A shape of its own, filled, or with `line` a stroke that wide. */
export type HairPiece = Readonly<{
  d: string;
  tone: "base" | "light" | "deep" | "grey";
  opacity?: number;
  line?: number;
}>;
export type Hair = Readonly<{
  /** Behind head and neck, from the back to the front. */
  behind: readonly HairPiece[];
  /** In front of the shoulders, behind the head. */
  shoulder: readonly HairPiece[];
  locks: readonly Lock[];
  /** In front of everything. */
  front: readonly HairPiece[];
}>;

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
