import { level } from "./level.ts";

/** Frame of the live detector in milliseconds; blocks of the tap are cut into these. */
const FRAME = 10;
/** Decibels above the learned noise at which speech begins and ends: the gap between them keeps it from flickering. */
const ON = 11;
const OFF = 6;
/** Never speech below this, however quiet the room (dBFS). */
const FLOOR = -62;
/** Loud for this long is speech (a click is not), quiet for this long is a pause (a closed consonant is not). */
const ATTACK = 50;
const RELEASE = 280;
/** The noise is the quietest tenth of the last seconds: it follows a fan switched on, not a long sentence. */
const MEMORY = 4_000;
const QUIET_SHARE = 0.1;

/**
 * Hears live whether somebody is talking: an adaptive level detector with hysteresis. Feed it the tap's blocks in
 * order; it answers with the state after each. Decisions fall within 60 ms of a word's start, and 280 ms after the
 * last one's end. Whispering close to the noise is missed.
 */
export class VoiceDetector {
  private readonly history: number[] = [];
  private speaking = false;
  /** Milliseconds that the level has been on the other side of the fence. */
  private held = 0;
  private rest = new Float32Array(0);

  /**
   * @param samples mono PCM in [-1, 1]
   * @returns whether somebody is talking now
   */
  push(samples: Float32Array, sampleRate: number): boolean {
    const size = Math.round((sampleRate * FRAME) / 1000);
    const all = new Float32Array(this.rest.length + samples.length);
    all.set(this.rest);
    all.set(samples, this.rest.length);
    let at = 0;
    for (; at + size <= all.length; at += size) this.frame(level(all.subarray(at, at + size)));
    this.rest = all.slice(at);
    return this.speaking;
  }

  private frame(decibels: number): void {
    const now = Math.max(FLOOR - ON, decibels); // digital silence must not drag the noise to minus infinity
    this.history.push(now);
    if (this.history.length > MEMORY / FRAME) this.history.shift();
    const threshold = Math.max(FLOOR, this.noise() + (this.speaking ? OFF : ON));
    const loud = now > threshold;
    this.held = loud === this.speaking ? 0 : this.held + FRAME;
    if (this.held < (this.speaking ? RELEASE : ATTACK)) return;
    this.speaking = loud;
    this.held = 0;
  }

  private noise(): number {
    const sorted = [...this.history].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length * QUIET_SHARE)] ?? FLOOR;
  }
}
