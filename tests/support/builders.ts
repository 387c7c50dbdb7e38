import fc from "fast-check";
import type { CueKind } from "../../src/cues/kind.ts";
import type { Lines } from "../../src/deal/lines.ts";
import type { Plan, PlannedCue, PlannedRound } from "../../src/drill/plan.ts";
import { s } from "../../src/lib/units.ts";
import type { Deck, Language, Line } from "../../src/prompts/deck.ts";
import type { Draft } from "../../src/store/draft.ts";
import type { Take } from "../../src/store/take.ts";

/*
 * Small whole things to test with, all alike but for what a test says of them. The numbers are the tests' own: a cue
 * kind that is tuned in the app breaks no rule of the engine.
 */

export const bees = { deck: "en/nature", id: "bees", text: "Bees" };
export const wasps = { deck: "en/nature", id: "wasps", text: "Wasps" };
export const line: Line = { deck: "en/nature", cue: "cut-in", text: "And what does it cost?" };

/** Lines of the title's own deck, and none that fit any talk. */
export const own = (lines: readonly Line[]): Lines => ({ own: lines, real: [], general: [] });

/** A plan of one minute's speaking without preparation, or of the rounds given. */
export function aPlan(...rounds: Partial<PlannedRound>[]): Plan {
  const usual: PlannedRound = {
    title: bees,
    spare: wasps,
    prepareFor: s(0),
    speakFor: s(60),
    pressure: 3,
    cues: [],
    cuesForSpare: [],
  };
  return {
    version: 1,
    seed: 7,
    language: "en",
    support: "title",
    kinds: ["blank", "cold-stare", "cut-in"],
    rounds: (rounds.length > 0 ? rounds : [{}]).map((round) => ({ ...usual, ...round })),
  };
}

/** A client's line of 2 s, any time between two seconds of the round, mid-sentence. */
export const cutIn = (earliest: number, latest: number): PlannedCue => ({
  kind: "cut-in",
  earliest: s(earliest),
  latest: s(latest),
  strikes: "mid-speech",
  line,
  least: s(2),
  most: s(6),
  carriedOn: null,
});

/** A stare at once at a second of the round; lasts 3 to 7 s, and is won back by 2.5 s of speech. */
export const stare = (earliest: number, latest = earliest + 2): PlannedCue => ({
  kind: "cold-stare",
  earliest: s(earliest),
  latest: s(latest),
  strikes: "at-once",
  line: null,
  least: s(3),
  most: s(7),
  carriedOn: s(2.5),
});

/** A blank at once at a second of the round: a breath of 4 s, then until the speaker has found 1 s of words. */
export const blank = (earliest: number): PlannedCue => ({
  ...stare(earliest),
  kind: "blank",
  least: s(4),
  carriedOn: s(1),
});

/** A cue kind as `src/cues/kinds` holds them. */
export const aKind = (id: string, kind: Partial<CueKind> = {}): CueKind => ({
  id,
  spoken: false,
  strikes: "mid-speech",
  patience: s(6),
  ending: { least: s(2), most: s(6), carriedOn: s(2) },
  temper: null,
  place: "inside",
  notBefore: s(0),
  timeLeft: s(0),
  clock: null,
  asks: "talk",
  harsh: false,
  scene: { expression: "waiting", hides: [], breath: s(0) },
  ...kind,
});

/** A deck of that many titles and lines, each named by its number. */
export const aDeck = (id: string, titles: number, lines = 0, language: Language = "en"): Deck => ({
  id,
  language,
  name: id,
  kind: "pitch",
  titles: Array.from({ length: titles }, (_, at) => ({ id: `title-${at}`, text: `Title ${at} of ${id}` })),
  lines: Array.from({ length: lines }, (_, at) => ({ cue: "cut-in", text: `Line ${at} of ${id}` })),
});

/** An id as takes have them; the same number gives the same id. */
export const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;

const microphone = {
  label: "Headset",
  sampleRate: 48_000,
  channels: 1,
  echoCancellation: true,
  noiseSuppression: false,
  autoGainControl: null,
};

const facts = (): Pick<
  Take,
  | "id"
  | "drill"
  | "round"
  | "seed"
  | "plan"
  | "title"
  | "language"
  | "started"
  | "support"
  | "outline"
  | "pressure"
> => ({
  id: uuid(1),
  drill: uuid(2),
  round: 0,
  seed: 7,
  plan: aPlan(),
  title: { ...bees },
  language: "en",
  started: { local: "2026-11-21T09:30:00", utcOffset: 480 },
  support: "title",
  outline: [],
  pressure: 3,
});

/** A take of 21 s with one cut-in, as it is stored. */
export const aTake = (take: Partial<Take> = {}): Take => ({
  version: 2,
  ...facts(),
  microphone: { ...microphone },
  length: 21,
  goAt: 0.06,
  turn: null,
  cues: [{ kind: "cut-in", at: 10.06, until: 12.06, line: { ...line }, origin: "plan" }],
  audio: { type: "audio/webm;codecs=opus", bytes: 170_000, sha256: "0123456789abcdef".repeat(4), gaps: [] },
  cutShort: null,
  recovered: false,
  measures: null,
  rating: null,
  notes: "",
  tags: [],
  changed: 1_795_224_600_000,
  binned: null,
  ...take,
});

/** The draft of that take: recording was asked for at second 100 of the clock, go was given at 100.5. */
export const aDraft = (draft: Partial<Draft> = {}): Draft => ({
  version: 1,
  ...facts(),
  microphone: { ...microphone },
  type: "audio/webm;codecs=opus",
  requestedAt: s(100),
  goAt: s(100.5),
  turn: null,
  cues: [{ kind: "cut-in", at: s(110.5), until: s(112.5), line: { ...line }, origin: "plan" }],
  ...draft,
});

/** How often properties are tried. The seed is fixed: a run that fails fails again, and one that passes passes again. */
export const tries = (numRuns: number) => ({ numRuns, seed: 20_261_121 });

/** A rule that holds for whatever there may be: tried `runs` times. */
export const always = <T>(any: fc.Arbitrary<T>, rule: (value: T) => unknown, runs = 300): void =>
  fc.assert(
    fc.property(any, (value) => void rule(value)),
    tries(runs),
  );
