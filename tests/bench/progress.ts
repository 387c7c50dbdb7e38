import { day, practiceDay } from "../../src/lib/calendarDay.ts";
import { localTime } from "../../src/lib/day.ts";
import { seeded } from "../../src/lib/random.ts";
import { factsOf } from "../../src/progress/facts.ts";
import { usualRhythm } from "../../src/progress/goal.ts";
import { yearCells, yearsOf } from "../../src/progress/heatmap.ts";
import { nextToWorkOn } from "../../src/progress/next.ts";
import { practiceOf } from "../../src/progress/practice.ts";
import { recoveryByKind } from "../../src/progress/recoveryByKind.ts";
import { rhythmOf } from "../../src/progress/rhythm.ts";
import { sumsOf } from "../../src/progress/sums.ts";
import { inLanguage, trendsOf } from "../../src/progress/trend.ts";
import { languages } from "../../src/prompts/deck.ts";
import type { Take } from "../../src/store/take.ts";

const KINDS = ["blank", "cold-stare", "cut-in", "wrong-face"];
const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 21, 9);

/** That many takes over six years, three to a drill, measured and half of them rated; each like the one given. */
function library(count: number, like: Take): Take[] {
  const random = seeded(7);
  const between = (least: number, most: number) => least + random() * (most - least);
  const id = (kind: number, at: number) => `0000000${kind}-0000-4000-8000-${String(at).padStart(12, "0")}`;
  return Array.from({ length: count }, (_, at) => {
    const drill = Math.floor(at / 3);
    const epoch = END - (1 - drill / (count / 3)) * 6 * 365.25 * DAY + (at % 3) * 180_000;
    const speech = Array.from({ length: 40 }, (_, span) => [span * 2 + 0.5, span * 2 + between(1.2, 2.1)]);
    const mark = () => 1 + Math.floor(random() * 5);
    return {
      ...like,
      id: id(1, at),
      drill: id(2, drill),
      started: localTime(epoch, drill % 7 === 0 ? -300 : 480),
      language: languages[drill % 2] ?? "en",
      title: { deck: `en/deck-${at % 14}`, id: `title-${at % 40}`, text: "A title" },
      length: 90,
      pressure: at % 3,
      rating:
        at % 2
          ? { opening: mark(), thread: mark(), recovery: mark(), believable: mark(), close: mark() }
          : null,
      measures: {
        duration: 90,
        speech,
        pauses: speech.slice(1).map(([start = 0], span) => [speech[span]?.[1] ?? 0, start]),
        speechRate: between(3, 5),
        articulationRate: between(4, 6),
        phonationTimeRatio: between(0.5, 0.8),
        meanLengthOfRun: between(4, 12),
        f0SdSemitones: between(1, 4),
        loudness: between(4, 12),
        responseLatency: between(0.3, 3),
        cues: KINDS.map((kind, cue) => ({
          kind,
          at: cue * 20,
          recovery: between(0.5, 4 + cue),
          held: random() < 0.2,
        })),
      },
    };
  });
}

/**
 * What each step took, in milliseconds, and something of its result, so that none can be left out. `copy` is what to hold
 * it against: to copy the same takes, which reading them from storage does at the least.
 */
export type ProgressTimes = Readonly<{
  copy: number;

  steps: readonly (readonly [name: string, ms: number])[];
  proof: string;
}>;

/**
 * Everything a progress page and the home page ask of the rules, once, from the takes as they are stored.
 * @param like the take that all are like, but for what progress is counted from
 */
export function benchProgress(count: number, like: Take): ProgressTimes {
  const takes = library(count, like);
  const steps: (readonly [string, number])[] = [];
  const timed = <Result>(name: string, work: () => Result): Result => {
    const begun = performance.now();
    const result = work();
    steps.push([name, performance.now() - begun]);
    return result;
  };
  const copied = timed("copy", () => structuredClone(takes).length);
  const copy = steps.pop()?.[1] ?? 0;
  const today = practiceDay(localTime(END, 480));
  const facts = timed("facts", () =>
    takes.map((take, at) => factsOf(take, at % 3 === 0, usualRhythm.lateHour)),
  );
  const practice = timed("practice", () => practiceOf(facts, []));
  const rhythm = timed("rhythm", () => rhythmOf(practice, usualRhythm, today));
  const sums = timed("sums", () => sumsOf(facts, () => "pitch"));
  const cells = timed("heatmaps", () =>
    yearsOf(facts, practice, today).map((year) => yearCells(year, facts, practice)),
  );
  const trends = timed("trends", () => languages.map((language) => trendsOf(inLanguage(facts, language))));
  const kinds = timed("recovery", () => recoveryByKind(facts));
  const next = timed("next", () => nextToWorkOn(facts, "en", KINDS));
  const proof = [
    `${sums.takes} of ${copied} takes`,
    `${rhythm.weeksInARow} weeks in a row on day ${day(rhythm.today)}`,
    `${cells.length} years`,
    `${trends.flat().length} trends`,
    `${kinds.map(({ cues }) => cues.length).join("+")} cues`,
    next?.reason ?? "nothing to work on",
  ].join(", ");
  return { copy, steps, proof };
}
