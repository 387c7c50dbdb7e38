import { Fft } from "./fft.ts";

/** All measures work on sound at this rate. */
export const RATE = 16_000;
/** 100 frames a second; frame `i` speaks of the samples `i × HOP` to `(i + 1) × HOP`. */
export const HOP = 160;
export const FRAMES_PER_SECOND = RATE / HOP;
/** A frame looks at 32 ms, a Hann window around its middle. */
export const WINDOW = 512;
/** Mel bands that are kept of a frame. */
export const BANDS = 20;
const LOWEST = 120;
const HIGHEST = 6_500;
/** Below this (dBFS) there is nothing: what digital silence reads. */
export const SILENCE = -120;

const mel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700);
const fromMel = (value: number): number => 700 * (10 ** (value / 2595) - 1);
/** Corners of the bands in Hz, shape [BANDS + 2]: band `b` rises from corner b to b + 1 and falls to b + 2. */
export const corners: readonly number[] = Array.from({ length: BANDS + 2 }, (_, index) =>
  fromMel(mel(LOWEST) + ((mel(HIGHEST) - mel(LOWEST)) * index) / (BANDS + 1)),
);

type Band = Readonly<{ first: number; weights: Float64Array }>;

const triangles: readonly Band[] = Array.from({ length: BANDS }, (_, band) => {
  const [from = 0, top = 0, until = 0] = corners.slice(band, band + 3);
  const first = Math.ceil((from * WINDOW) / RATE);
  const last = Math.floor((until * WINDOW) / RATE);
  const weights = Float64Array.from({ length: last - first + 1 }, (_, index) => {
    const hertz = ((first + index) * RATE) / WINDOW;
    return Math.max(0, hertz <= top ? (hertz - from) / (top - from) : (until - hertz) / (until - top));
  });
  return { first, weights };
});

const hann = Float64Array.from(
  { length: WINDOW },
  (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / WINDOW),
);
/** The power of a full-scale sine through the window: its three bins, of height (WINDOW / 4)², ¼ and ¼ of it. */
const FULL_SCALE = 1.5 * (WINDOW / 4) ** 2;

/** Levels of a frame's mel bands, 120 to 6 500 Hz; two frames at a time. */
export class MelBands {
  private readonly fft = new Fft(WINDOW);
  private readonly powers = [new Float64Array(WINDOW / 2 + 1), new Float64Array(WINDOW / 2 + 1)] as const;

  /**
   * @param samples at 16 kHz in [-1, 1]; frames start at `a` and `b` in it and are 512 long
   * @param out     gets the levels in dBFS, those of `a` from `intoA` on, those of `b` from `intoB`; a sine of full
   *                scale in the middle of a band reads 0, digital silence -120
   */
  pair(samples: Float32Array, a: number, b: number, out: Float32Array, intoA: number, intoB: number): void {
    const { fft, powers } = this;
    for (let index = 0; index < WINDOW; index++) {
      const weight = hann[index] as number;
      fft.re[index] = weight * (samples[a + index] as number);
      fft.im[index] = weight * (samples[b + index] as number);
    }
    fft.run();
    fft.powersOf(powers[0], powers[1]);
    levelsOf(powers[0], out, intoA);
    levelsOf(powers[1], out, intoB);
  }
}

function levelsOf(power: Float64Array, out: Float32Array, into: number): void {
  for (let band = 0; band < BANDS; band++) {
    const { first, weights } = triangles[band] as Band;
    let sum = 0;
    for (let index = 0; index < weights.length; index++)
      sum += (weights[index] as number) * (power[first + index] as number);
    out[into + band] = Math.max(SILENCE, 10 * Math.log10(sum / FULL_SCALE + 1e-13));
  }
}
