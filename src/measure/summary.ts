import type { KeptMeasures } from "../store/measures.ts";
import { LEAST_SPEECH } from "./pace.ts";
import { longPauses } from "./pauses.ts";
import { totalOf } from "./spans.ts";

/** The noisiest recording on which the measures were checked was as noisy as this, in dB. Beyond it, nothing is said. */
export const LEAST_SIGNAL = 8;
/** A talk shorter than this, in seconds, may well go without a pause. */
export const SCRIPTED = 15;

/** Whether there is enough to go by: no speech at all, too much noise, too little speech for rates, or all is fine. */
export type Verdict = "silent" | "noisy" | "short" | "fine";

/** The few numbers that are shown of a take; what is unknown is null. */
export type Summary = Readonly<{
  verdict: Verdict;
  /** Seconds. */
  responseLatency: number | null;
  pauses: number | null;
  /** A minute of talk, from the first sound to the last. */
  pausesPerMinute: number | null;
  longPausesPerMinute: number | null;
  /** Not one pause in a talk that ought to have some. */
  scripted: boolean;
  speechRate: number | null;
  articulationRate: number | null;
  phonationTimeRatio: number | null;
  meanLengthOfRun: number | null;
  /** Semitones. */
  f0SdSemitones: number | null;
  /** dB. */
  loudness: number | null;
  cues: readonly CueSummary[];
}>;

export type CueSummary = Readonly<{
  kind: string;
  at: number;
  recovery: number | null;
  held: boolean;
  stopLatency: number | null;
}>;

const UNKNOWN = {
  responseLatency: null,
  pauses: null,
  pausesPerMinute: null,
  longPausesPerMinute: null,
  scripted: false,
  speechRate: null,
  articulationRate: null,
  phonationTimeRatio: null,
  meanLengthOfRun: null,
  f0SdSemitones: null,
  loudness: null,
} as const;

function verdictOf({ speech, signalToNoise }: KeptMeasures): Verdict {
  if (speech.length === 0) return "silent";
  if (signalToNoise !== null && signalToNoise < LEAST_SIGNAL) return "noisy";
  return totalOf(speech) < LEAST_SPEECH ? "short" : "fine";
}

/** What is shown of what was measured. */
export function summaryOf(kept: KeptMeasures): Summary {
  const verdict = verdictOf(kept);
  if (verdict === "silent" || verdict === "noisy") {
    const cues = kept.cues.map(({ kind, at }) => ({
      kind,
      at,
      recovery: null,
      held: false,
      stopLatency: null,
    }));
    return { verdict, ...UNKNOWN, cues };
  }
  const { speech, pauses, responseLatency, f0SdSemitones, loudness } = kept;
  const talk = (speech.at(-1)?.[1] ?? 0) - (speech[0]?.[0] ?? 0);
  const perMinute = (count: number) => (count * 60) / talk;
  const enough = verdict === "fine";
  return {
    verdict,
    responseLatency,
    pauses: enough ? pauses.length : null,
    pausesPerMinute: enough ? perMinute(pauses.length) : null,
    longPausesPerMinute: enough ? perMinute(longPauses(pauses).length) : null,
    scripted: pauses.length === 0 && talk >= SCRIPTED,
    speechRate: kept.speechRate,
    articulationRate: kept.articulationRate,
    phonationTimeRatio: kept.phonationTimeRatio,
    meanLengthOfRun: kept.meanLengthOfRun,
    f0SdSemitones,
    loudness,
    cues: kept.cues.map(({ kind, at, recovery, held, stopLatency }) => ({
      kind,
      at,
      recovery,
      held,
      stopLatency,
    })),
  };
}
