import { BANDS } from "./bands.ts";
import { FrameStream } from "./frameStream.ts";
import { LiveNoise } from "./liveNoise.ts";
import { levelAt, standing } from "./noise.ts";
import { DEPTH, OFF, onFor } from "./speech.ts";
import { isVoiced, VoiceProof } from "./voiced.ts";

/** Never speech below this (dBFS), however quiet the room. */
const FLOOR = -65;
/** What vowels stand out by (dB) and how loud they are (dBFS) is followed at this pace a voiced frame, and a frame. */
const FOLLOW = 0.02;
const FORGET = 0.005;
const USUAL = 14;
/** Nothing kept for so many frames is a pause: a closed consonant is shorter. */
const PAUSE = 25;
/** A gap of so many frames does not undo what was heard of a voice. */
const GAP = 5;
/** A voiced sound of so many frames in a row is a voice. */
const IN_A_ROW = 4;
/** Unvoiced sound, in frames, that may follow a voiced one and is still speech. */
const TAIL = 18;
/** Frames that a level is averaged over. */
const SMOOTH = 3;

/**
 * Hears live whether somebody is talking: the detector of `speech.ts`, which finds speech in a whole recording, with
 * one ear: what stands out of the noise of the last seconds, and has a voice's pitch. Feed it the tap's blocks in order;
 * it answers with the state after each. A word is known within 100 ms of its first vowel, its end within 400 ms. Keys,
 * clicks and breath have no pitch that lasts. Whispering is missed.
 */
export class VoiceDetector {
  private stream: FrameStream | undefined;
  private sampleRate = 0;
  private readonly noise = new LiveNoise();
  private readonly recent = new Float32Array(SMOOTH * BANDS);
  private readonly smooth = new Float32Array(BANDS);
  private proof = new VoiceProof();
  private frames = 0;
  private speaking = false;
  /** The last frame that was kept as speech, and the last voiced one. */
  private kept = Number.NEGATIVE_INFINITY;
  private voiced = Number.NEGATIVE_INFINITY;
  private usual = USUAL;
  private loudest = Number.NEGATIVE_INFINITY;

  /**
   * @param samples mono PCM in [-1, 1]
   * @returns whether somebody is talking now
   */
  push(samples: Float32Array, sampleRate: number): boolean {
    if (!this.stream || sampleRate !== this.sampleRate) {
      this.stream = new FrameStream(sampleRate);
      this.sampleRate = sampleRate;
    }
    const { count, bands, voicing, hertz } = this.stream.push(samples);
    for (let frame = 0; frame < count; frame++)
      this.hear(
        bands.subarray(frame * BANDS, (frame + 1) * BANDS),
        voicing[frame] as number,
        hertz[frame] as number,
      );
    return this.speaking;
  }

  private hear(bands: Float32Array, voicing: number, hertz: number): void {
    const frame = this.frames++;
    this.average(bands, frame);
    this.noise.learn(this.smooth);
    const height = standing(this.smooth, 0, this.noise.floors, 0);
    const level = levelAt(bands, 0);
    const on = onFor(this.usual);
    const over = (threshold: number) => height > threshold && level > Math.max(FLOOR, this.loudest - DEPTH);
    if (over(on) && isVoiced(voicing, hertz)) {
      this.voiced = frame;
      this.usual += FOLLOW * (height - this.usual);
      this.loudest = Math.max(level, this.loudest);
    }
    this.loudest -= FORGET;
    if (over(on * OFF) && frame - this.voiced <= TAIL) this.kept = frame;
    if (frame - this.kept > GAP && !this.speaking) this.proof = new VoiceProof();
    if (over(on)) this.proof.hear(frame, voicing, hertz);
    if (this.speaking) this.speaking = frame - this.kept < PAUSE;
    else this.speaking = this.proof.longest >= IN_A_ROW;
    if (this.speaking) this.proof = new VoiceProof();
  }

  /** The mean of the last levels. */
  private average(bands: Float32Array, frame: number): void {
    this.recent.set(bands, (frame % SMOOTH) * BANDS);
    const known = Math.min(SMOOTH, frame + 1);
    for (let band = 0; band < BANDS; band++) {
      let sum = 0;
      for (let k = 0; k < known; k++) sum += this.recent[k * BANDS + band] as number;
      this.smooth[band] = sum / known;
    }
  }
}
