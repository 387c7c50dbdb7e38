/** A frame repeats itself this well when a voice is in it; noise seldom does. */
const VOICED = 0.45;
/** Higher (Hz) rings a key, not a voice. */
const HIGHEST = 520;
/** A voice glides; from frame to frame it does not move further than this, in octaves. */
const GLIDE = 0.2;
/** Frames in a row that make a voiced sound. */
const RUN = 2;
/** A voice is proved by so many frames of voiced sound, and so many in a row. */
const FRAMES = 10;
const IN_A_ROW = 6;

export const isVoiced = (voicing: number, hertz: number): boolean => voicing > VOICED && hertz < HIGHEST;

/** Whether so many voiced frames could prove a voice. */
export const longEnough = (frames: number): boolean => frames >= FRAMES;

/**
 * Listens to a stretch, frame after frame, for proof that a voice is in it: a pitch that lasts, and glides. Keys and
 * clicks ring for a moment, or at a pitch no voice has; breath and fans have none.
 */
export class VoiceProof {
  /** The first frame of voiced sound, and the one after the last; -1 without any. */
  first = -1;
  last = -1;
  private run = 0;
  private before = 0;
  private total = 0;
  /** The most voiced frames in a row. */
  longest = 0;

  hear(frame: number, voicing: number, hertz: number): void {
    const follows = this.run > 0 && Math.abs(Math.log2(hertz / this.before)) < GLIDE;
    this.run = isVoiced(voicing, hertz) ? (follows ? this.run + 1 : 1) : 0;
    this.before = hertz;
    if (this.run < RUN) return;
    this.total += this.run === RUN ? RUN : 1;
    this.longest = Math.max(this.longest, this.run);
    if (this.first < 0) this.first = frame - RUN + 1;
    this.last = frame + 1;
  }

  get proved(): boolean {
    return this.total >= FRAMES && this.longest >= IN_A_ROW;
  }
}
