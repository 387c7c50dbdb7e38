import { peak } from "./level.ts";

/** Peaks kept for each second of sound: a phone's width shows seconds, a zoomed waveform words. */
export const PEAKS_PER_SECOND = 50;

/**
 * The waveform of a take, gathered stretch by stretch and kept with it, so that an hour is drawn without decoding it.
 * `peaks()` has shape [round(length × 50)]; each value is the highest absolute sample of its 20 ms, in [0, 1].
 */
export class PeakBuilder {
  private readonly values: Float32Array;

  /** @param length of the whole take in seconds; sound beyond it is not drawn */
  constructor(length: number) {
    this.values = new Float32Array(Math.max(1, Math.round(length * PEAKS_PER_SECOND)));
  }

  /** Adds samples that start `start` seconds into the take. Stretches may come in any order. */
  add(start: number, samples: Float32Array, sampleRate: number): void {
    const first = Math.round(start * PEAKS_PER_SECOND);
    const each = sampleRate / PEAKS_PER_SECOND;
    for (let bin = 0; bin * each < samples.length; bin++) {
      const index = first + bin;
      if (index >= this.values.length) return;
      const block = samples.subarray(Math.round(bin * each), Math.round((bin + 1) * each));
      this.values[index] = Math.max(this.values[index] ?? 0, Math.min(1, peak(block)));
    }
  }

  /** Sets one value by its place; a place outside the take is left out. */
  mark(bin: number, value: number): void {
    if (bin >= 0 && bin < this.values.length)
      this.values[bin] = Math.max(this.values[bin] ?? 0, Math.min(1, value));
  }

  peaks(): Float32Array {
    return this.values;
  }
}
