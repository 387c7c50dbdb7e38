import { framesOf, measureFrames } from "../../src/measure/measure.ts";
import { semitones } from "../../src/measure/pitch.ts";

/** A cue as the labels of the speech sets tell it. */
export type LabelledCue = Readonly<{ start: number; end: number; leak: boolean }>;

/** What the scorer of the speech sets wants to know of a file; the format is told at the top of `score.mjs`. */
export function predict(samples: Float32Array, sampleRate: number, cues: readonly LabelledCue[]) {
  const started = performance.now();
  const { measures, track, resumptions } = measureFrames(framesOf(samples, sampleRate), {
    cues: cues.map(({ start, end, leak }) => ({ kind: "cut-in", at: start, until: end, leak })),
  });
  return {
    speech: measures.speech,
    firstWord: measures.speech[0]?.[0] ?? null,
    resumeAt: resumptions,
    syllables: measures.syllables,
    f0MedianSt: measures.f0Median === null ? null : semitones(measures.f0Median),
    f0SdSt: measures.f0SdSemitones,
    f0Track: { t0: 0.005, dt: 0.01, hz: [...track] },
    fillers: measures.fillers,
    runtimeMs: performance.now() - started,
  };
}
