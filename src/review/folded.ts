/**
 * Text as it is searched: case, accents and the width of letters do not matter, and `ＳａａＳ` is found as `saas`.
 * @see Unicode Standard Annex 15: NFKD takes accents off their letters
 */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

/** The words of a search, folded; all of them have to be found. */
export const searchWords = (text: string): string[] => folded(text).split(/\s+/).filter(Boolean);
