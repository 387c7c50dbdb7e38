/** Zero crossings of the sinc on either side: 16 keep the pass band flat to 0.85 of its edge. */
const REACH = 16;
/** Places between two samples that get a filter of their own, when the rates' ratio asks for more than this. */
const PHASES = 640;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * Brings a stream of samples to another rate, block by block; the blocks' sizes do not matter. A windowed sinc, its
 * cut-off at the lower of the two Nyquist frequencies. What comes out is not delayed against what goes in: the first
 * sample out lies at the first sample in, and `finish` gives the last ones.
 *
 * Samples that are not numbers count as 0; infinite ones too.
 * @see Smith, Digital Audio Resampling; window: Hann
 */
export class Resampler {
  private readonly filters: readonly Float64Array[];
  private readonly reach: number;
  private readonly step: number;
  private buffer: Float32Array;
  private held: number;
  /** Where the first sample of the buffer lies in the input. */
  private start: number;
  private made = 0;
  private taken = 0;

  /**
   * @param from rate of what goes in, @param to rate of what comes out, both in Hz and above 0
   * @param crossings of the sinc on either side: fewer are quicker, and dull the highest tones
   */
  constructor(from: number, to: number, crossings = REACH) {
    this.step = from / to;
    const cutoff = Math.min(1, to / from) * 0.92;
    this.reach = 2 * Math.ceil(crossings / 2 / Math.min(1, to / from)); // even, so that taps come in fours
    const exact =
      Number.isInteger(from) && Number.isInteger(to) ? to / gcd(from, to) : Number.POSITIVE_INFINITY;
    const phases = exact <= PHASES ? exact : PHASES;
    this.filters = Array.from({ length: phases }, (_, phase) => sinc(phase / phases, this.reach, cutoff));
    this.buffer = new Float32Array(4 * this.reach);
    this.held = this.reach; // zeros before the beginning
    this.start = -this.reach;
  }

  /** @returns the samples that can be told by now */
  push(samples: Float32Array): Float32Array {
    this.take(samples);
    this.taken += samples.length;
    return this.make(Math.ceil((this.taken - this.reach) / this.step));
  }

  /** @returns the rest; after it the stream has ended */
  finish(): Float32Array {
    this.take(new Float32Array(this.reach + 1));
    return this.make(Math.ceil(this.taken / this.step));
  }

  private take(samples: Float32Array): void {
    if (this.held + samples.length > this.buffer.length) {
      const longer = new Float32Array(2 * (this.held + samples.length));
      longer.set(this.buffer.subarray(0, this.held));
      this.buffer = longer;
    }
    for (let index = 0; index < samples.length; index++) {
      const sample = samples[index] as number;
      this.buffer[this.held + index] = Number.isFinite(sample) ? sample : 0;
    }
    this.held += samples.length;
  }

  /** Makes samples up to the `until`-th, and lets go of what is no longer needed. */
  private make(until: number): Float32Array {
    const { filters, reach, step, buffer } = this;
    const out = new Float32Array(Math.max(0, until - this.made));
    for (let index = 0; index < out.length; index++) {
      const place = (this.made + index) * step;
      let whole = Math.floor(place + 1e-9);
      let phase = Math.round((place - whole) * filters.length);
      if (phase === filters.length) {
        whole++;
        phase = 0;
      }
      out[index] = product(filters[phase] as Float64Array, buffer, whole - reach + 1 - this.start);
    }
    this.made += out.length;
    const spent = Math.floor(this.made * step) - reach - this.start;
    if (spent > 0) {
      buffer.copyWithin(0, spent, this.held);
      this.held -= spent;
      this.start += spent;
    }
    return out;
  }
}

/** The sum of weights times samples; four sums at once, for one would wait for itself. */
function product(weights: Float64Array, samples: Float32Array, at: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let tap = 0; tap < weights.length; tap += 4) {
    a += (weights[tap] as number) * (samples[at + tap] as number);
    b += (weights[tap + 1] as number) * (samples[at + tap + 1] as number);
    c += (weights[tap + 2] as number) * (samples[at + tap + 2] as number);
    d += (weights[tap + 3] as number) * (samples[at + tap + 3] as number);
  }
  return a + b + c + d;
}

/** Weights for a place `fraction` of a sample after the middle one, shape [2 × reach]; their sum is 1. */
function sinc(fraction: number, reach: number, cutoff: number): Float64Array {
  const weights = Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const x = tap - reach + 1 - fraction;
    const taper = 0.5 + 0.5 * Math.cos((Math.PI * x) / reach);
    const y = Math.PI * cutoff * x;
    return taper * (Math.abs(y) < 1e-9 ? 1 : Math.sin(y) / y);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** A whole sound at another rate, shape [ceil(n × to / from)]; the same rate is handed back as it is. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const resampler = new Resampler(from, to);
  const parts = [resampler.push(samples), resampler.finish()];
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
