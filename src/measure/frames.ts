import { BANDS, HOP, MelBands, RATE, WINDOW } from "./bands.ts";
import { Growing } from "./growing.ts";
import { type Candidate, Periodicity } from "./periodicity.ts";
import { Resampler } from "./resample.ts";

/** Pitch is sought in sound of half the rate: its harmonics up to 4 kHz say all there is to say. */
export const LOW_RATE = RATE / 2;
export const LOW_HOP = HOP / 2;
/** The pitch of a voice, roughly, in Hz: from creak to a child's shout. */
export const LOWEST_PITCH = 60;
export const HIGHEST_PITCH = 600;

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
/** Sound is worked through in blocks of this many samples: 2 s. */
const BLOCK = 32_000;

/**
 * Takes in a sound block by block, at any rate, and keeps what the measures need. A constant offset is taken off, and
 * samples that are no numbers count as silence.
 */
export class FrameBuilder {
  private readonly mel = new MelBands();
  private readonly pitch = new Periodicity(LOW_RATE, LOWEST_PITCH, HIGHEST_PITCH);
  private readonly toRate: Resampler | null;
  private readonly toLow = new Resampler(RATE, LOW_RATE);
  private readonly bands = new Growing();
  private readonly voicing = new Growing();
  private readonly hertz = new Growing();
  private readonly low = new Growing();
  /** The end of the sound so far, at 16 kHz, from `at` on. */
  private tail = new Float32Array(WINDOW / 2);
  private at = -WINDOW / 2;
  private taken = 0;
  private loud = 0;
  private last = Number.NaN;
  private drift = 0;

  constructor(private readonly sampleRate: number) {
    this.toRate = sampleRate === RATE ? null : new Resampler(sampleRate, RATE);
  }

  push(samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += BLOCK) this.block(samples.subarray(at, at + BLOCK));
  }

  private block(samples: Float32Array): void {
    const clean = new Float32Array(samples.length);
    for (let index = 0; index < samples.length; index++) {
      const sample = samples[index] as number;
      const known = Number.isFinite(sample) ? sample : 0;
      if (known >= CLIPPED || known <= -CLIPPED) this.loud++;
      clean[index] = known;
    }
    this.taken += samples.length;
    this.hear(this.toRate ? this.toRate.push(clean) : clean);
  }

  /** Sound at 16 kHz: its offset goes, its frames come. */
  private hear(samples: Float32Array): void {
    const level = new Float32Array(samples.length);
    for (let index = 0; index < samples.length; index++) {
      const sample = samples[index] as number;
      if (Number.isNaN(this.last)) this.last = sample; // the offset is there from the first sample on
      this.drift = sample - this.last + 0.995 * this.drift; // a pole at 13 Hz
      this.last = sample;
      level[index] = this.drift;
    }
    this.low.append(this.toLow.push(level));
    const joined = new Float32Array(this.tail.length + level.length);
    joined.set(this.tail);
    joined.set(level, this.tail.length);
    this.look(joined, Math.floor((this.at + joined.length - (HOP + WINDOW) / 2) / HOP) + 1);
  }

  /** Spectra of the frames up to `until`, of the sound that begins at `this.at`. */
  private look(sound: Float32Array, until: number): void {
    const first = this.bands.length / BANDS;
    const count = Math.max(0, until - first);
    this.bands.extend(count * BANDS);
    const out = this.bands.all;
    const startOf = (frame: number) => frame * HOP + HOP / 2 - WINDOW / 2 - this.at;
    for (let frame = first; frame < first + count; frame += 2) {
      const other = Math.min(frame + 1, first + count - 1);
      this.mel.pair(sound, startOf(frame), startOf(other), out, frame * BANDS, other * BANDS);
    }
    const spent = Math.max(0, Math.min(sound.length, startOf(first + count)));
    this.tail = sound.slice(spent);
    this.at += spent;
    this.repetitions(false);
  }

  /** Looks how periodic the frames are whose 8 kHz sound is there. */
  private repetitions(all: boolean): void {
    const half = (this.pitch.taper.length - 1) / 2;
    const low = this.low.all;
    const known = this.bands.length / BANDS;
    const until = all ? known : Math.min(known, Math.floor((low.length - half - LOW_HOP / 2) / LOW_HOP));
    const first = this.voicing.length;
    if (until <= first) return;
    this.voicing.extend(until - first);
    this.hertz.extend(until - first);
    const [voicing, hertz] = [this.voicing.all, this.hertz.all];
    const best: Candidate = { hertz: 0, strength: 0 };
    for (let frame = first; frame < until; frame += 2) {
      const other = Math.min(frame + 1, until - 1);
      const startOf = (index: number) => index * LOW_HOP + LOW_HOP / 2 - half;
      this.pitch.pair(low, startOf(frame), startOf(other));
      for (const which of [0, 1] as const) {
        const index = which === 0 ? frame : other;
        this.pitch.best(which, best);
        voicing[index] = best.strength;
        hertz[index] = best.hertz;
      }
    }
  }

  /** The frames; after it the sound has ended. */
  finish(): Frames {
    if (this.toRate) this.hear(this.toRate.finish());
    this.low.append(this.toLow.finish());
    const length = this.at + this.tail.length;
    const padded = new Float32Array(this.tail.length + WINDOW);
    padded.set(this.tail);
    this.look(padded, Math.floor(length / HOP));
    this.repetitions(true);
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
}
