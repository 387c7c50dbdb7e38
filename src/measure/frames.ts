import { FrameStream } from "./frameStream.ts";
import { Growing } from "./growing.ts";

/** What is kept of a sound: 100 frames a second, and the sound itself at 8 kHz for the pitch. About 41 kB a second. */
export type Frames = Readonly<{
  /** Frames, whole ones: floor(seconds × 100). */
  count: number;
  /** Levels of the mel bands in dBFS, shape [count × 20]. */
  bands: Float32Array;
  /** How alike the frame's repetitions are, in [0, 1], shape [count]: above 0.45 it is probably voiced. */
  voicing: Float32Array;
  /** The rough pitch that goes with it in Hz, shape [count]; 0 where nothing repeats. */
  hertz: Float32Array;
  /** The sound at 8 kHz. */
  low: Float32Array;
  /** Length in seconds. */
  duration: number;
  /** The share of samples at full scale. */
  clipped: number;
}>;

/** At full scale, or as good as. */
const CLIPPED = 0.99;
/** Sound is worked through in blocks of this many samples: at 16 kHz, 2 s. */
const BLOCK = 32_000;

/** Gathers the frames of a whole sound, which may come in blocks of any size. */
export class FrameBuilder {
  private readonly stream: FrameStream;
  private readonly bands = new Growing();
  private readonly voicing = new Growing();
  private readonly hertz = new Growing();
  private readonly low = new Growing();
  private taken = 0;
  private loud = 0;

  /** @param sampleRate of all that will be pushed, in Hz */
  constructor(private readonly sampleRate: number) {
    this.stream = new FrameStream(sampleRate);
  }

  push(samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += BLOCK) {
      const block = samples.subarray(at, at + BLOCK);
      for (const sample of block) if (sample >= CLIPPED || sample <= -CLIPPED) this.loud++;
      this.keep(this.stream.push(block));
    }
    this.taken += samples.length;
  }

  /** The frames; after it the sound has ended. */
  finish(): Frames {
    this.keep(this.stream.finish());
    return {
      count: this.voicing.length,
      bands: this.bands.all,
      voicing: this.voicing.all,
      hertz: this.hertz.all,
      low: this.low.all,
      duration: this.taken / this.sampleRate,
      clipped: this.taken === 0 ? 0 : this.loud / this.taken,
    };
  }

  private keep({ bands, voicing, hertz, low }: ReturnType<FrameStream["push"]>): void {
    this.bands.append(bands);
    this.voicing.append(voicing);
    this.hertz.append(hertz);
    this.low.append(low);
  }
}
