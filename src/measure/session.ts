import { FrameBuilder } from "./frames.ts";
import { type Context, type Findings, measureFrames } from "./measure.ts";

/** A stretch of decoded sound, mono in [-1, 1], that begins `start` seconds into the take. */
export type Stretch = Readonly<{ start: number; samples: Float32Array; sampleRate: number }>;

/** What is asked of a measuring worker: stretches in order, then the numbers. */
export type Request =
  | Readonly<{ type: "stretch"; stretch: Stretch }>
  | Readonly<{ type: "finish"; context: Context }>;

/** What it answers, one for each: seconds heard so far, or all that was found. */
export type Reply =
  | Readonly<{ type: "heard"; seconds: number }>
  | Readonly<{ type: "found"; findings: Findings }>
  | Readonly<{ type: "failed"; message: string }>;

/**
 * One take being measured, stretch by stretch. Only the features are kept, and the sound at 8 kHz: 41 kB a second,
 * 150 MB an hour; a stretch is let go of once it was heard.
 */
export class Session {
  private builder: FrameBuilder | null = null;
  private sampleRate = 0;
  private heard = 0;

  /**
   * Takes in the next stretch. Where it begins later than the last one ended, the take was silent; what it repeats of
   * the last one is left out.
   */
  hear({ start, samples, sampleRate }: Stretch): number {
    if (!this.builder) {
      this.builder = new FrameBuilder(sampleRate);
      this.sampleRate = sampleRate;
    }
    if (sampleRate !== this.sampleRate)
      throw new Error(`a stretch of ${sampleRate} Hz after ${this.sampleRate} Hz`);
    const ahead = Math.round(start * sampleRate) - this.heard;
    if (ahead > 0) this.take(new Float32Array(ahead));
    this.take(samples.subarray(Math.max(0, -ahead)));
    return this.heard / sampleRate;
  }

  private take(samples: Float32Array): void {
    this.builder?.push(samples);
    this.heard += samples.length;
  }

  /** The numbers; after it the session has ended. */
  finish(context: Context): Findings {
    const builder = this.builder ?? new FrameBuilder(16_000);
    return measureFrames(builder.finish(), context);
  }
}

/** Answers one request; a fault is an answer too. */
export function answer(session: Session, request: Request): Reply {
  try {
    if (request.type === "stretch") return { type: "heard", seconds: session.hear(request.stretch) };
    return { type: "found", findings: session.finish(request.context) };
  } catch (error) {
    return { type: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
