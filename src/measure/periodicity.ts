import { Fft } from "./fft.ts";

/** How often a sound repeats itself, and how alike the repetitions are: `strength` 1 is exactly, 0 not at all. */
export type Candidate = { hertz: number; strength: number };

/** Candidates kept of a frame; the weaker ones never win. */
export const MOST_CANDIDATES = 8;
/** Weaker repetitions are noise. */
const WEAKEST = 0.2;
/** A long period needs to be this much stronger, an octave, than a short one to count as much. */
export const OCTAVE_COST = 0.01;
/** Taps of the sinc between two lags, either side. */
const TAPS = 12;

/**
 * Periodicity of a frame by its autocorrelation, divided by that of its window, two frames at a time.
 * The window is a Hann of three periods of the lowest pitch.
 * @see Boersma 1993, Accurate short-term analysis of the fundamental frequency, IFA Proceedings 17
 */
export class Periodicity {
  readonly taper: Float64Array;
  private readonly fft: Fft;
  private readonly ofWindow: Float64Array;
  private readonly shortest: number;
  private readonly longest: number;
  private readonly powers: readonly [Float64Array, Float64Array];
  /** Autocorrelations of the last pair, 1 at lag 0; shape [longest + TAPS + 1]. */
  private readonly lags: readonly [Float64Array, Float64Array];

  /**
   * @param rate    of the samples
   * @param floor   the lowest pitch in Hz, @param ceiling the highest
   */
  constructor(
    private readonly rate: number,
    private readonly floor: number,
    ceiling: number,
  ) {
    const length = 2 * Math.round((1.5 * rate) / floor) + 1;
    this.taper = Float64Array.from(
      { length },
      (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 1)) / (length + 1)),
    );
    this.shortest = Math.max(2, Math.floor(rate / ceiling));
    this.longest = Math.ceil(rate / floor);
    // Lags at which the window overlaps itself by less than a tenth carry nothing, so they may fold over.
    const needed = length + this.longest - 0.2 * length + TAPS;
    this.fft = new Fft(2 ** Math.ceil(Math.log2(needed)));
    this.powers = [new Float64Array(this.fft.size / 2 + 1), new Float64Array(this.fft.size / 2 + 1)];
    this.lags = [new Float64Array(this.longest + TAPS + 1), new Float64Array(this.longest + TAPS + 1)];
    this.ofWindow = new Float64Array(this.lags[0].length);
    for (let lag = 0; lag < this.ofWindow.length; lag++) {
      let sum = 0;
      for (let index = 0; index + lag < length; index++)
        sum += (this.taper[index] as number) * (this.taper[index + lag] as number);
      this.ofWindow[lag] = sum;
    }
    const whole = this.ofWindow[0] as number;
    this.ofWindow.forEach((value, lag) => {
      this.ofWindow[lag] = value / whole;
    });
  }

  /**
   * Looks at two frames, whose windows start at `a` and `b`. What lies outside the samples is silence.
   * @returns how loud each is at its loudest (its highest absolute sample, mean taken off)
   */
  pair(samples: Float32Array, a: number, b: number): readonly [number, number] {
    const { fft, powers, lags } = this;
    const peaks = [this.load(fft.re, samples, a), this.load(fft.im, samples, b)] as const;
    fft.run();
    fft.powersOf(powers[0], powers[1]);
    const { size } = fft;
    for (let k = 0; k <= size / 2; k++) {
      const mirror = (size - k) % size;
      fft.re[k] = fft.re[mirror] = powers[0][k] as number;
      fft.im[k] = fft.im[mirror] = powers[1][k] as number;
    }
    fft.run();
    this.normalise(fft.re, lags[0]);
    this.normalise(fft.im, lags[1]);
    return peaks;
  }

  private load(into: Float64Array, samples: Float32Array, start: number): number {
    const { taper } = this;
    const from = Math.max(0, -start);
    const until = Math.min(taper.length, samples.length - start);
    let mean = 0;
    for (let index = from; index < until; index++) mean += samples[start + index] as number;
    mean = until > from ? mean / (until - from) : 0;
    let peak = 0;
    into.fill(0);
    for (let index = from; index < until; index++) {
      const sample = (samples[start + index] as number) - mean;
      if (sample > peak) peak = sample;
      else if (-sample > peak) peak = -sample;
      into[index] = sample * (taper[index] as number);
    }
    return peak;
  }

  private normalise(correlation: Float64Array, lags: Float64Array): void {
    const whole = correlation[0] as number;
    if (!(whole > 1e-12)) return void lags.fill(0);
    for (let lag = 0; lag < lags.length; lag++)
      lags[lag] = (correlation[lag] as number) / (whole * (this.ofWindow[lag] as number));
  }

  /** The one best repetition of a frame of the last pair, roughly: strength 0 when there is none. */
  best(which: 0 | 1, into: Candidate): void {
    const lags = this.lags[which];
    into.hertz = 0;
    into.strength = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let lag = this.shortest; lag <= this.longest; lag++) {
      const middle = lags[lag] as number;
      const before = lags[lag - 1] as number;
      const after = lags[lag + 1] as number;
      if (middle < WEAKEST || middle <= before || middle < after) continue;
      const shift = (before - after) / (2 * (before - 2 * middle + after));
      const height = middle + ((after - before) * shift) / 4;
      const worth = height - OCTAVE_COST * Math.log2(lag);
      if (worth <= most) continue;
      most = worth;
      into.hertz = this.rate / (lag + shift);
      into.strength = Math.min(1, height);
    }
  }

  /**
   * All repetitions of a frame of the last pair, strongest first, at most `MOST_CANDIDATES`, their place and height
   * found between the lags by a windowed sinc.
   * @returns how many were written
   */
  candidates(which: 0 | 1, into: readonly Candidate[]): number {
    const lags = this.lags[which];
    let count = 0;
    for (let lag = this.shortest; lag <= this.longest; lag++) {
      const middle = lags[lag] as number;
      const before = lags[lag - 1] as number;
      const after = lags[lag + 1] as number;
      if (middle < WEAKEST || middle <= before || middle < after) continue;
      const shift = (before - after) / (2 * (before - 2 * middle + after));
      const place = this.refine(lags, lag + shift);
      let height = this.between(lags, place);
      if (height > 1) height = 1 / height;
      const hertz = this.rate / place;
      count = insert(into, count, hertz, height, this.floor);
    }
    return count;
  }

  /** The top near a place, from three values of the sinc around it. */
  private refine(lags: Float64Array, start: number): number {
    let place = start;
    for (const width of [0.25, 0.1]) {
      const before = this.between(lags, place - width);
      const middle = this.between(lags, place);
      const after = this.between(lags, place + width);
      const bend = before - 2 * middle + after;
      if (bend < 0) place += width * Math.max(-1, Math.min(1, (before - after) / (2 * bend)));
    }
    return place;
  }

  private between(lags: Float64Array, place: number): number {
    const below = Math.floor(place);
    const fraction = place - below;
    if (fraction < 1e-6) return lags[below] as number;
    const sine = Math.sin(Math.PI * fraction) / Math.PI;
    const reach = TAPS + 0.5;
    let sum = 0;
    for (let tap = 1 - TAPS; tap <= TAPS; tap++) {
      const x = fraction - tap;
      const index = Math.abs(below + tap);
      const turn = (x / reach) ** 2;
      const taper = 1 - turn * (1.23 - 0.23 * turn); // as good as half a cosine, without its cost
      sum +=
        ((tap & 1 ? -sine : sine) / x) *
        taper *
        (lags[index < lags.length ? index : lags.length - 1] as number);
    }
    return sum;
  }
}

/** Puts a candidate in its place among the strongest. */
function insert(
  into: readonly Candidate[],
  count: number,
  hertz: number,
  strength: number,
  floor: number,
): number {
  const worth = strength - OCTAVE_COST * Math.log2(floor / hertz);
  const worthOf = ({ hertz: h, strength: s }: Candidate) => s - OCTAVE_COST * Math.log2(floor / h);
  let at = count;
  while (at > 0 && worthOf(into[at - 1] as Candidate) < worth) at--;
  if (at >= MOST_CANDIDATES) return count;
  for (let index = Math.min(count, MOST_CANDIDATES - 1); index > at; index--) {
    const [to, from] = [into[index] as Candidate, into[index - 1] as Candidate];
    to.hertz = from.hertz;
    to.strength = from.strength;
  }
  const place = into[at] as Candidate;
  place.hertz = hertz;
  place.strength = strength;
  return Math.min(MOST_CANDIDATES, count + 1);
}
