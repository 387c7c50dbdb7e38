import type { KeptMeasures } from "../../src/store/measures.ts";

/** What might have been measured of half a minute of talk with one cut-in, or as a test says. */
export const someMeasures = (changes: Partial<KeptMeasures> = {}): KeptMeasures => ({
  version: 1,
  duration: 32,
  speech: [
    [1, 11],
    [11.5, 21],
    [22.5, 31],
  ],
  pauses: [
    [11, 11.5],
    [21, 22.5],
  ],
  fillers: [[9, 9.4]],
  confidences: [0.8],
  syllables: 126,
  speechRate: 4.2,
  articulationRate: 4.5,
  phonationTimeRatio: 0.933,
  meanLengthOfRun: 42,
  f0Median: 121.5,
  f0SdSemitones: 2.9,
  f0Range: [101, 160],
  loudness: 12.2,
  responseLatency: 0.94,
  signalToNoise: 35,
  clipped: 0,
  cues: [
    {
      kind: "cut-in",
      at: 20.5,
      until: 22,
      stopLatency: 0.5,
      recovery: 0.5,
      held: false,
      resumedAt: 22.5,
      before: {
        span: [5.5, 20.5],
        pauses: 1,
        pauseTime: 0.5,
        speechRate: 4.2,
        articulationRate: 4.4,
        phonationTimeRatio: 0.967,
        meanLengthOfRun: 31.5,
      },
      after: null,
    },
  ],
  ...changes,
});
