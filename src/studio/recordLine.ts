import type { SpokenLine } from "../client/sound.ts";
import type { Failure } from "../drill/state.ts";
import type { Clock } from "../lib/clock.ts";
import { s, seconds } from "../lib/units.ts";
import { type Microphone, MicrophoneError } from "../recorder/recorder.ts";
import { spokenSpan } from "./spokenSpan.ts";

/** A recording of a line ends by itself then. */
const LONGEST_RECORDING = s(6);
/** No client's turn lasts longer than a cue may, with the breath before it and the mouth closing after; seconds. */
const LONGEST_LINE = seconds(5.6);

/** Reads what was recorded: mono PCM in [-1, 1]. */
export type Decode = (audio: Blob) => Promise<Readonly<{ samples: Float32Array; sampleRate: number }>>;

/** One line being recorded. */
export type LineRecording = Readonly<{
  stop(): void;
  /** Rejects with a MicrophoneError; its reason is `silent` when nobody spoke. */
  line: Promise<SpokenLine>;
}>;

/**
 * Records one line through an open microphone, which it closes in any case.
 * @param started called when the first sample is in
 */
export function recordLine(
  microphone: Microphone,
  clock: Clock,
  decode: Decode,
  started: () => void,
): LineRecording {
  const chunks: ArrayBuffer[] = [];
  let stop: () => void = () => undefined;
  let fail: (reason: Failure) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    stop = resolve;
    fail = (reason) => reject(new MicrophoneError(reason));
  });
  microphone.onLost(fail);
  const recording = microphone.record({
    started,
    chunk: ({ bytes }) => void chunks.push(bytes),
    failed: fail,
  });
  const stopWaiting = clock.after(LONGEST_RECORDING, stop);
  const make = async (): Promise<SpokenLine> => {
    try {
      await ended;
      await recording.stop();
      const audio = new Blob(chunks, { type: recording.type });
      const { samples, sampleRate } = await decode(audio);
      const span = spokenSpan(samples, sampleRate);
      if (!span) throw new MicrophoneError("silent");
      return { audio, ...span, length: seconds(Math.min(span.length, LONGEST_LINE)) };
    } catch (cause) {
      throw cause instanceof MicrophoneError ? cause : new MicrophoneError("recorder", cause);
    } finally {
      stopWaiting();
      await recording.stop().catch(() => undefined);
      recording.release();
      microphone.close();
    }
  };
  return { stop, line: make() };
}
