import { type Deck, type Language, tempers } from "./deck.ts";
import { type Problem, problem } from "./problems.ts";
import { lengthOf } from "./texts.ts";

/**
 * What is asked of a deck that comes with the app, so that it lasts for many drills: numbers of entries, and short
 * titles as well as long ones, which are read and spoken on in different ways. Lengths are in characters.
 */
const asked = {
  titles: 40,
  lines: 20,
  /** In the general deck of a language, which serves titles of every trade. */
  generalLines: 80,
  /** Of each temper, in any deck; in the general deck. */
  ofTemper: 1,
  generalOfTemper: 5,
  /** Decks of 40 titles or more in each language. */
  decks: 14,
  ofEachLength: 6,
} as const;

const balance: Readonly<Record<Language, Readonly<{ short: number; long: number; most: number }>>> = {
  en: { short: 46, long: 66, most: 110 },
  "zh-CN": { short: 18, long: 22, most: 45 },
};

const isGeneral = ({ id }: Deck): boolean => id.endsWith("/general");

/**
 * What a deck lacks to come with the app.
 * @param speaks whether the client says something in a kind of cue
 */
export function strictProblems(deck: Deck, speaks: (cue: string) => boolean): readonly Problem[] {
  return [...tooFew(deck), ...unbalanced(deck), ...unspoken(deck, speaks)];
}

function tooFew(deck: Deck): Problem[] {
  const found: Problem[] = [];
  const titles = deck.titles.length;
  if (titles < asked.titles) found.push(problem("few-titles", { path: "titles" }, [asked.titles, titles]));
  const general = isGeneral(deck);
  const cutIns = deck.lines.filter(({ cue }) => cue === "cut-in");
  const lines = general ? asked.generalLines : asked.lines;
  if (cutIns.length < lines) found.push(problem("few-lines", { path: "lines" }, [lines, cutIns.length]));
  const least = general ? asked.generalOfTemper : asked.ofTemper;
  for (const temper of tempers) {
    const of = cutIns.filter((line) => line.temper === temper).length;
    if (of < least) found.push(problem("few-of-temper", { path: "lines" }, [temper, least, of]));
  }
  return found;
}

function unbalanced(deck: Deck): Problem[] {
  const { short, long, most } = balance[deck.language];
  const sized = deck.titles.map(({ text }) => lengthOf(text));
  const found = sized.flatMap((length, at) =>
    length > most
      ? [problem("too-long", { path: `titles[${at}].text` }, [most, length], deck.titles[at]?.text)]
      : [],
  ) as Problem[];
  if (sized.length < asked.titles) return found;
  const shorter = sized.filter((length) => length <= short).length;
  if (shorter < asked.ofEachLength)
    found.push(problem("few-short", { path: "titles" }, [asked.ofEachLength, short, shorter]));
  const longer = sized.filter((length) => length >= long).length;
  if (longer < asked.ofEachLength)
    found.push(problem("few-long", { path: "titles" }, [asked.ofEachLength, long, longer]));
  return found;
}

const unspoken = (deck: Deck, speaks: (cue: string) => boolean): Problem[] =>
  deck.lines.flatMap(({ cue, text }, at) =>
    speaks(cue) ? [] : [problem("not-spoken", { path: `lines[${at}].cue` }, [cue], text)],
  );

/** What all decks together lack: so many full ones in each language. */
export const shelfProblems = (decks: readonly Deck[], languages: readonly Language[]): readonly Problem[] =>
  languages.flatMap((language) => {
    const full = decks.filter((deck) => deck.language === language && deck.titles.length >= asked.titles);
    return full.length < asked.decks ? [problem("few-decks", {}, [language, asked.decks, full.length])] : [];
  });
