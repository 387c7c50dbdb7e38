import { findFillers } from "./fillers.ts";
import { FrameBuilder, type Frames } from "./frames.ts";
import { loudnessRange } from "./loudness.ts";
import { levelsOf } from "./noise.ts";
import { type Pace, paceOf } from "./pace.ts";
import { silentPauses } from "./pauses.ts";
import { hertzOf, pitchOf, trackPitch } from "./pitch.ts";
import {
  type Around,
  around,
  type Cue,
  type CueEffect,
  effectOf,
  ownSpeech,
  resumption,
} from "./recovery.ts";
import { signalToNoise } from "./signalToNoise.ts";
import type { Span } from "./spans.ts";
import { findSpeech } from "./speech.ts";
import { nuclei } from "./syllables.ts";

/** What happened during a take, on its own line in seconds. */
export type Context = Readonly<{
  cues?: readonly Cue[];
  /** The go signal; 0 when it is left out. */
  goAt?: number;
}>;

/**
 * The few numbers of a take: the contract of the command line. Places and lengths are seconds from the first recorded
 * sample; what is unknown is null, never a guess.
 */
export type Measures = Readonly<{
  duration: number;
  speech: readonly Span[];
  pauses: readonly Span[];
  fillers: readonly Span[];
  syllables: number;
  /** Median pitch in Hz. */
  f0Median: number | null;
  f0SdSemitones: number | null;
  /** dB between soft and loud syllables. */
  loudness: number | null;
  /** Seconds from the go signal to the first speech. */
  responseLatency: number | null;
  cues: readonly CueEffect[];
}> &
  Pace;

/** All that was found: the numbers, and what they were counted from. */
export type Findings = Readonly<{
  measures: Measures;
  /** Places of the syllables. */
  nuclei: readonly number[];
  /** Pitch of each 10 ms in Hz, 0 where there is none. */
  track: Float32Array;
  /** How sure each of `measures.fillers` is, in [0, 1]. */
  confidences: readonly number[];
  /** 10th and 90th percentile of the pitch in Hz. */
  f0Range: readonly [number, number] | null;
  /** One per cue. */
  around: readonly Around[];
  resumptions: readonly (number | null)[];
  /** The share of samples at full scale: above 0.001 the recording is audibly clipped. */
  clipped: number;
  /** dB by which the speech stands out of what is between it; null when there is not enough of either. */
  signalToNoise: number | null;
}>;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const known = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : rounded(value);
const roundedSpan = ([start, end]: Span): Span => [rounded(start), rounded(end)];

/** Cues that can be placed, in order. */
const placed = (cues: readonly Cue[]): Cue[] =>
  cues.filter(({ at }) => Number.isFinite(at)).sort((a, b) => a.at - b.at);

/** Measures a take of which the frames are known. */
export function measureFrames(frames: Frames, context: Context = {}): Findings {
  const cues = placed(context.cues ?? []);
  const levels = levelsOf(frames);
  const heard = findSpeech(frames).map(roundedSpan);
  const speech = ownSpeech(heard, cues).map(roundedSpan);
  const syllables = nuclei(frames, speech);
  const track = trackPitch(frames, speech);
  const pitch = pitchOf(track);
  const fillers = findFillers(frames, speech, track);
  const pace = paceOf(speech, syllables);
  const goAt = Number.isFinite(context.goAt) ? (context.goAt as number) : 0;
  const nextOf = (index: number) => cues[index + 1]?.at ?? frames.duration;
  const effects = cues.map((cue, index): CueEffect => {
    const { stopLatency, recovery, ...rest } = effectOf(speech, cue, nextOf(index));
    return { ...rest, stopLatency: known(stopLatency), recovery: known(recovery) };
  });
  const first = speech.find(([, end]) => end > goAt)?.[0];
  return {
    measures: {
      duration: rounded(frames.duration),
      speech,
      pauses: silentPauses(speech).map(roundedSpan),
      fillers: fillers.map(({ span }) => roundedSpan(span)),
      syllables: syllables.length,
      speechRate: known(pace.speechRate),
      articulationRate: known(pace.articulationRate),
      phonationTimeRatio: known(pace.phonationTimeRatio),
      meanLengthOfRun: known(pace.meanLengthOfRun),
      f0Median: pitch ? known(hertzOf(pitch.median)) : null,
      f0SdSemitones: known(pitch?.sd),
      loudness: known(loudnessRange(levels, syllables)),
      responseLatency: first === undefined ? null : rounded(Math.max(0, first - goAt)),
      cues: effects,
    },
    nuclei: syllables,
    track,
    confidences: fillers.map(({ confidence }) => confidence),
    f0Range: pitch ? [hertzOf(pitch.low), hertzOf(pitch.high)] : null,
    around: cues.map((cue) => around(speech, syllables, cue, frames.duration)),
    resumptions: cues.map((cue, index) => resumption(speech, cue, nextOf(index))),
    clipped: frames.clipped,
    signalToNoise: signalToNoise(frames, heard),
  };
}

/** The frames of a whole sound. A rate that is none, or no samples, make no frames. */
export function framesOf(samples: Float32Array, sampleRate: number): Frames {
  const usable = Number.isFinite(sampleRate) && sampleRate >= 1_000 && sampleRate <= 768_000;
  const builder = new FrameBuilder(usable ? sampleRate : 16_000);
  if (usable) builder.push(samples);
  return builder.finish();
}

/**
 * Measures a take.
 * @param samples    mono PCM in [-1, 1], shape [n]; what is no number counts as silence
 * @param sampleRate in Hz, 1 000 to 768 000
 */
export const measure = (samples: Float32Array, sampleRate: number, context: Context = {}): Measures =>
  measureFrames(framesOf(samples, sampleRate), context).measures;
