import { BANDS, HOP, MelBands, RATE, WINDOW } from "./bands.ts";
import { type Candidate, Periodicity } from "./periodicity.ts";
import { Resampler } from "./resample.ts";

/** Pitch is sought in sound of half the rate: its harmonics up to 4 kHz say all there is to say. */
export const LOW_RATE = RATE / 2;
export const LOW_HOP = HOP / 2;
/** The pitch of a voice, roughly, in Hz: from creak to a child's shout. */
export const LOWEST_PITCH = 60;
export const HIGHEST_PITCH = 600;

/** Frames that follow on those of the block before. */
export type FrameBlock = Readonly<{
  count: number;
  /** Levels of the mel bands in dBFS, shape [count × 20]. */
  bands: Float32Array;
  /** How alike the frame's repetitions are, in [0, 1], shape [count]: above 0.45 it is probably voiced. */
  voicing: Float32Array;
  /** The rough pitch that goes with it in Hz, shape [count]; 0 where nothing repeats. */
  hertz: Float32Array;
  /** Sound at 8 kHz that became known; it runs ahead of the frames. */
  low: Float32Array;
}>;

/**
 * Turns a stream of samples of any rate into frames, a hundredth of a second each, as soon as they can be told: 30 ms
 * after their middle. Keeps no more than it needs for the next ones, so it may run for hours. A constant offset is
 * taken off, and samples that are no numbers count as silence.
 */
export class FrameStream {
  private readonly mel = new MelBands();
  private readonly pitch = new Periodicity(LOW_RATE, LOWEST_PITCH, HIGHEST_PITCH);
  private readonly half = (this.pitch.taper.length - 1) / 2;
  private readonly toRate: Resampler | null;
  private readonly toLow = new Resampler(RATE, LOW_RATE, 8); // pitch lies low: dull is good enough
  /** The end of the sound at 16 kHz, from its `soundAt`-th sample on; half a window of silence leads in. */
  private sound: Float32Array = new Float32Array(WINDOW / 2);
  private soundAt = -WINDOW / 2;
  /** The end of the sound at 8 kHz. */
  private low: Float32Array = new Float32Array(0);
  private lowAt = 0;
  /** Frames that were told. */
  private told = 0;
  private last = Number.NaN;
  private drift = 0;

  constructor(sampleRate: number) {
    this.toRate = sampleRate === RATE ? null : new Resampler(sampleRate, RATE);
  }

  push(samples: Float32Array): FrameBlock {
    const low = this.hear(this.toRate ? this.toRate.push(samples) : samples);
    const byBands = Math.floor((this.soundAt + this.sound.length - (HOP + WINDOW) / 2) / HOP) + 1;
    const byPitch = Math.floor((this.lowAt + this.low.length - this.half - 1 - LOW_HOP / 2) / LOW_HOP) + 1;
    return this.tell(Math.min(byBands, byPitch), low);
  }

  /** The last frames, whole ones; after it the stream has ended. */
  finish(): FrameBlock {
    const first = this.hear(this.toRate ? this.toRate.finish() : new Float32Array(0));
    const until = Math.floor((this.soundAt + this.sound.length) / HOP);
    const rest = this.toLow.finish();
    this.low = joined(this.low, rest);
    this.sound = joined(this.sound, new Float32Array(WINDOW));
    return this.tell(until, joined(first, rest));
  }

  /** Sound at 16 kHz: its offset is taken off, and half of it goes to where pitch is sought. */
  private hear(samples: Float32Array): Float32Array {
    const level = new Float32Array(samples.length);
    for (let index = 0; index < samples.length; index++) {
      const sample = samples[index] as number;
      const known = Number.isFinite(sample) ? sample : 0;
      if (Number.isNaN(this.last)) this.last = known; // an offset is there from the first sample on
      this.drift = known - this.last + 0.995 * this.drift; // a pole at 13 Hz
      this.last = known;
      level[index] = this.drift;
    }
    const low = this.toLow.push(level);
    this.sound = joined(this.sound, level);
    this.low = joined(this.low, low);
    return low;
  }

  private tell(until: number, low: Float32Array): FrameBlock {
    const count = Math.max(0, until - this.told);
    const bands = new Float32Array(count * BANDS);
    const voicing = new Float32Array(count);
    const hertz = new Float32Array(count);
    const soundOf = (frame: number) => (this.told + frame) * HOP + (HOP - WINDOW) / 2 - this.soundAt;
    const lowOf = (frame: number) => (this.told + frame) * LOW_HOP + LOW_HOP / 2 - this.half - this.lowAt;
    const best: Candidate = { hertz: 0, strength: 0 };
    for (let frame = 0; frame < count; frame += 2) {
      const other = Math.min(frame + 1, count - 1);
      this.mel.pair(this.sound, soundOf(frame), soundOf(other), bands, frame * BANDS, other * BANDS);
      this.pitch.pair(this.low, lowOf(frame), lowOf(other));
      for (const which of [0, 1] as const) {
        this.pitch.best(which, best);
        voicing[which === 0 ? frame : other] = best.strength;
        hertz[which === 0 ? frame : other] = best.hertz;
      }
    }
    this.told += count;
    this.forget();
    return { count, bands, voicing, hertz, low };
  }

  private forget(): void {
    const sound = Math.max(
      0,
      Math.min(this.sound.length, this.told * HOP + (HOP - WINDOW) / 2 - this.soundAt),
    );
    this.sound = this.sound.slice(sound);
    this.soundAt += sound;
    const low = Math.max(
      0,
      Math.min(this.low.length, this.told * LOW_HOP + LOW_HOP / 2 - this.half - this.lowAt),
    );
    this.low = this.low.slice(low);
    this.lowAt += low;
  }
}

function joined(first: Float32Array, second: Float32Array): Float32Array {
  const all = new Float32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
