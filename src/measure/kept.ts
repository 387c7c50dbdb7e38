import { type KeptMeasures, MEASURES_VERSION } from "../store/measures.ts";
import type { Take } from "../store/take.ts";
import type { Context, Findings } from "./measure.ts";
import type { WindowPace } from "./pace.ts";
import type { Span } from "./spans.ts";

/** What the measures are told of a take: its cues, and where the go signal lies. */
export const contextOf = ({ cues, goAt }: Pick<Take, "cues" | "goAt">): Context => ({
  cues: cues.map(({ kind, at, until, line, leak }) => ({
    kind,
    at,
    until,
    silent: line === null,
    leak: leak ?? false,
  })),
  goAt,
});

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const known = (value: number | null): number | null => (value === null ? null : rounded(value));
const roundedSpan = ([start, end]: Span): [number, number] => [rounded(start), rounded(end)];

const windowOf = (side: WindowPace | null) =>
  side && {
    span: roundedSpan(side.span),
    pauses: side.pauses,
    pauseTime: rounded(side.pauseTime),
    speechRate: known(side.speechRate),
    articulationRate: known(side.articulationRate),
    phonationTimeRatio: known(side.phonationTimeRatio),
    meanLengthOfRun: known(side.meanLengthOfRun),
  };

/** What is kept of all that was found in a take: everything but the curves. */
export function keptOf(findings: Findings): KeptMeasures {
  const { measures, confidences, f0Range, around, resumptions, clipped, signalToNoise } = findings;
  return {
    version: MEASURES_VERSION,
    ...measures,
    confidences: confidences.map(rounded),
    f0Range: f0Range && roundedSpan(f0Range),
    signalToNoise: known(signalToNoise),
    clipped,
    cues: measures.cues.map((effect, index) => ({
      ...effect,
      resumedAt: known(resumptions[index] ?? null),
      before: windowOf(around[index]?.before ?? null),
      after: windowOf(around[index]?.after ?? null),
    })),
  };
}
