import type { Language } from "../prompts/deck.ts";

/** A voice for speech synthesis, as the browser describes it. */
export type InstalledVoice = Readonly<{
  name: string;
  /** BCP 47, or nearly: Android writes `zh_CN`, speech-dispatcher `cmn`. */
  lang: string;
  /** Whether it speaks on this machine. A remote one would send every line away. */
  localService: boolean;
  default: boolean;
}>;

/** Tags of a language, best first. Mandarin is also `cmn`, and whoever has nothing but Cantonese hears Cantonese. */
const tags: Readonly<Record<Language, readonly RegExp[]>> = {
  "zh-CN": [/^(zh|cmn)(-hans)?(-(cn|sg))?$/, /^(zh|cmn)-(?!.*\b(hk|mo|yue)\b)/, /^(zh|cmn|yue)\b/],
  en: [/^en\b/],
};

/** What makers call their better voices, and their lesser ones. */
const NATURAL = /\b(natural|neural|premium|enhanced|siri)\b|自然|优化|高级|高音质/i;
const ROBOTIC = /e-?speak|compact|mbrola|festival|flite|pico\b/i;

/** macOS installs these beside its real voices: they sing, bubble, or are a talking machine of 1990. */
const NOVELTY =
  /^(albert|bad news|bahh|bells|boing|bubbles|cellos|deranged|good news|hysterical|jester|junior|organ|pipe organ|princess|ralph|superstar|trinoids|whisper|wobble|zarvox|fred|kathy|eddy|flo|grandma|grandpa|reed|rocko|sandy|shelley)\b/i;

/**
 * The best installed voice for a language: of this machine, in the right tongue, natural rather than robotic.
 * @returns null when there is none; a voice that is not of this machine is none
 */
export function chooseVoice<Voice extends InstalledVoice>(
  voices: readonly Voice[],
  language: Language,
): Voice | null {
  let best: { voice: Voice; rank: readonly number[] } | null = null;
  for (const voice of voices) {
    const tongue = tongueOf(voice, language);
    if (!voice.localService || tongue < 0) continue;
    const rank = [tongue, quality(voice), voice.default ? 0 : 1];
    if (best === null || isBetter(rank, best.rank, nameOf(voice), nameOf(best.voice))) best = { voice, rank };
  }
  return best?.voice ?? null;
}

/** What tells two voices apart; one speaker may be there for several regions. */
const nameOf = ({ name, lang }: InstalledVoice): string => `${name} ${lang}`;

/** How well a voice's tag fits, 0 the best; -1 when it is another language. */
function tongueOf({ lang }: InstalledVoice, language: Language): number {
  const tag = lang.toLowerCase().replaceAll("_", "-");
  return tags[language].findIndex((pattern) => pattern.test(tag));
}

const quality = ({ name }: InstalledVoice): number => {
  if (NOVELTY.test(name)) return 3;
  if (ROBOTIC.test(name)) return 2;
  return NATURAL.test(name) ? 0 : 1;
};

function isBetter(rank: readonly number[], than: readonly number[], name: string, other: string): boolean {
  const differs = rank.findIndex((each, place) => each !== than[place]);
  return differs < 0 ? name < other : (rank[differs] ?? 0) < (than[differs] ?? 0); // by name: the same on every start
}
