import type { Failure } from "../drill/state.ts";
import type { Ms } from "../lib/units.ts";

/** What the system really granted, kept with every take: measures depend on it. Unknown stays null. */
export type MicrophoneFacts = Readonly<{
  label: string;
  sampleRate: number | null;
  channels: number | null;
  echoCancellation: boolean | null;
  noiseSuppression: boolean | null;
  autoGainControl: boolean | null;
}>;

/** A piece of the recording as it came. `arrivedAt` is what ties its end to the clock (`chunkMap.ts`). */
export type Chunk = Readonly<{ bytes: ArrayBuffer; arrivedAt: Ms }>;

/** What a recording reports while it runs. */
export type RecordingEvents = Readonly<{
  /** The first sample is in. */
  started(at: Ms): void;
  chunk(chunk: Chunk): void;
  /** It broke; what came before is whole. Reported at most once. */
  failed(reason: Failure): void;
}>;

/** One take being recorded. */
export interface Recording {
  /** As the browser names it: `audio/webm;codecs=opus`. Known for certain after the first chunk. */
  readonly type: string;
  /** Ends it; resolves when the last chunk has been handed over. Calling it twice is harmless. */
  stop(): Promise<void>;
  /** Lets go of what it holds in memory. */
  release(): void;
  /** All chunks so far, from the recorder's own memory: the last copy when storage fails. */
  held(): Promise<readonly ArrayBuffer[]>;
  /** Asks for what has not been handed over yet; a recorder that does not even answer to this is dead. */
  flush(): void;
}

/** An open microphone. */
export interface Microphone {
  readonly facts: MicrophoneFacts;
  /** What recordings will be, as far as is known before the first chunk. */
  readonly type: string;
  record(events: RecordingEvents): Recording;
  /** Blocks of samples as they are heard, mono in [-1, 1]; `at` is the clock at the block's end. */
  onSamples(listener: (samples: Float32Array, sampleRate: number, at: Ms) => void): void;
  /** It went away, or was taken away. */
  onLost(listener: (reason: Failure) => void): void;
  /** The system muted or unmuted it: a call comes in, a key on the keyboard was pressed. */
  onMuted(listener: (muted: boolean) => void): void;
  close(): void;
}

/** Why there is no microphone. */
export class MicrophoneError extends Error {
  override readonly name = "MicrophoneError";
  constructor(
    readonly reason: Failure,
    cause?: unknown,
  ) {
    super(`No microphone: ${reason}`, { cause });
  }
}
