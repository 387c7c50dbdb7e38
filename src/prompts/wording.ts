import { spokenTime } from "../lib/spokenTime.ts";
import { s, toSeconds } from "../lib/units.ts";
import type { Language } from "./deck.ts";
import { type Place, type Problem, problem } from "./problems.ts";

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether a text is in another language than it should be. A Chinese one may name a thing or two in Latin letters. */
export function isForeign(text: string, language: Language): boolean {
  const letters = count(text, /\p{L}/gu);
  return language === "en"
    ? letters > count(text, /\p{Script=Latin}/gu)
    : count(text, /\p{Script=Han}/gu) < 0.8 * letters;
}

/** The language of some texts, by their letters; null when there are none that tell. */
export function guessLanguage(texts: readonly string[]): Language | null {
  let [han, latin] = [0, 0];
  for (const text of texts) {
    han += count(text, /\p{Script=Han}/gu);
    latin += count(text, /\p{Script=Latin}/gu);
  }
  if (han + latin === 0) return null;
  return 4 * han >= latin ? "zh-CN" : "en"; // a Chinese character says as much as several letters
}

/** A line is over before the speaker has lost what they were about to say. */
const LONGEST_LINE = s(5);

/** What keeps a text from being set well. */
export function typography(text: string, language: Language, place: Place): Problem[] {
  const found: Problem[] = [];
  if (/\s{2}/.test(text)) found.push(problem("double-space", place, [], text));
  if (/["']/.test(text)) found.push(problem("straight-quotes", place, [], text));
  if (text.includes("...")) found.push(problem("three-dots", place, [], text));
  const marks = text.match(language === "en" ? /[，。？！：；、]/gu : /[,?!:;](?!\d)|(?<!\.)\.(?![\d.])/gu);
  if (marks) found.push(problem("foreign-marks", place, [[...new Set(marks)].join(" ")], text));
  const rare = language === "zh-CN" ? text.match(/[\u{20000}-\u{2ffff}]/u)?.[0] : undefined;
  if (rare) found.push(problem("rare-character", place, [rare], text));
  return found;
}

/** What keeps a title from being a good one, as far as a rule can tell. */
export function titleWording(text: string, language: Language, place: Place): Problem[] {
  const closed =
    language === "en"
      ? /^(do|does|did|is|are|was|were|can|could|will|would|should|has|have) .*\?$/i.test(text)
      : /吗[？?]$/.test(text);
  return [
    ...(isForeign(text, language) ? [problem("foreign", place, [language], text)] : []),
    ...(closed ? [problem("yes-no", place, [], text)] : []),
    ...typography(text, language, place),
  ];
}

/** What keeps a client's line from being a good one. */
export function lineWording(text: string, language: Language, place: Place): Problem[] {
  const time = spokenTime(text);
  const found = toSeconds(time).toFixed(1);
  return [
    ...(isForeign(text, language) ? [problem("foreign", place, [language], text)] : []),
    ...(time > LONGEST_LINE ? [problem("too-slow", place, [toSeconds(LONGEST_LINE), found], text)] : []),
    ...typography(text, language, place),
  ];
}
