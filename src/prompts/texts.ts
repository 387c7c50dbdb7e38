/**
 * Characters that are not seen: controls, marks that turn the direction of writing, characters without width, halves
 * of characters. A title that holds one can show something else than it says.
 * @see Unicode UAX #44, general categories Cc, Cf, Cs, Zl, Zp; UTR #36, section 3 (security of bidirectional text)
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, "gu");

export const hasHidden = (text: string): boolean => HIDDEN.test(text);

/** Lengths are counted in characters as Unicode has them, as the JSON Schema does. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};

/** How long the texts of a deck may be, in characters. `prompts/deck.schema.json` says the same to editors. */
export const lengths = {
  title: { least: 6, most: 120 },
  line: { least: 1, most: 90 },
  name: { least: 1, most: 40 },
} as const;

export type Lengths = Readonly<{ least: number; most: number }>;

export type TextFault =
  | Readonly<{ reason: "too-short" | "too-long"; limit: number; found: number }>
  | Readonly<{ reason: "not-one-line" | "hidden"; limit: 0; found: 0 }>;

/** Why a text is none of a deck's: it is one line of so many characters, all of them seen, without white space around. */
export function textFault(text: string, { least, most }: Lengths): TextFault | null {
  const found = lengthOf(text);
  if (found < least) return { reason: "too-short", limit: least, found };
  if (found > most) return { reason: "too-long", limit: most, found };
  if (/[\n\r\u2028\u2029]/.test(text) || text.trim() !== text || text === "")
    return { reason: "not-one-line", limit: 0, found: 0 };
  return hasHidden(text) ? { reason: "hidden", limit: 0, found: 0 } : null;
}

/** One line of what can be seen: hidden characters are taken out, white space of any sort and length is one space. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
    .replace(ALL_HIDDEN, "")
    .replace(/ {2,}/g, " ")
    .trim();
