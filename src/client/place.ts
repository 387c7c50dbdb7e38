/**
 * The face is drawn in one square of 600 × 600 units, eyes at y = 236, and lit from the viewer's left. This is where
 * things are in it, and how a path is written down.
 */

/** The places everything else hangs on, in units of the 600 × 600 square. */
export const place = {
  centre: 300,
  eye: 236,
  eyeApart: 48,
  brow: 201,
  nose: 304,
  mouth: 341,
  chin: 404,
} as const;

export type Side = "left" | "right";
export const sides: readonly Side[] = ["left", "right"];
export const sign = (side: Side) => (side === "left" ? -1 : 1);

/** The middle of an eye, and of the brow above it. */
export const eyeX = (side: Side) => place.centre + sign(side) * place.eyeApart;

export const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** An SVG path from text and numbers; numbers are rounded to a hundredth, which no eye can see. */
export function path(text: TemplateStringsArray, ...numbers: readonly number[]): string {
  return text
    .map(
      (part, index) =>
        part + (index < numbers.length ? String(Math.round((numbers[index] ?? 0) * 100) / 100) : ""),
    )
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/** Mirrors x of the pairs written for the right-hand side. */
export const mirrored = (side: Side, draw: (x: (value: number) => number) => string) =>
  draw((value) => sign(side) * value);
